package thymus.system.execution;

import java.util.Optional;
import java.util.function.Supplier;
import thymus.evm.EvmException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Word;
import thymus.spec.monitor.UndefinedValue;

/** The current settled state and the ones before it, for reading. */
final class History {
    /** In bytes. A longer answer is asked for again rather than kept: there may be one in every state of a sequence. */
    private static final int LARGEST_KEPT = 1 << 16;

    private final LocalChain chain;
    private SettledState current;

    History(LocalChain chain) {
        this.chain = chain;
        this.current = SettledState.atSetup(chain);
    }

    SettledState current() {
        return current;
    }

    /** The present state becomes this moment's: a step has settled, or the chain was rolled back to it. */
    void set(SettledState moment) {
        current = moment;
    }

    /**
     * Reads in the state of a moment, with the clock of the step that looks at it.
     *
     * @throws IllegalStateException if the system has left that moment behind
     */
    <T> T at(SettledState moment, Supplier<T> reading) {
        if (moment == current) {
            return reading.get();
        }
        // The visit ends with a rollback, which brings the present clock back too.
        return chain.world().visit(markAfter(moment.settled()), () -> {
            chain.setClock(moment.timestamp(), moment.number());
            return reading.get();
        });
    }

    /** The answer to a call that changes nothing; each question is asked once in a moment, unless its answer is large. */
    Receipt ask(SettledState moment, SettledState.Question question) {
        Receipt known = moment.calls().get(question);
        if (known == null) {
            known = at(moment, () -> simulate(question));
            if (known.output().length <= LARGEST_KEPT) {
                moment.calls().put(question, known);
            }
        }
        return known;
    }

    private Receipt simulate(SettledState.Question question) {
        try {
            return chain.simulate(new LocalChain.Call(
                    question.from(),
                    Optional.of(question.to()),
                    Word.ZERO,
                    question.data().array(),
                    DeployedSystem.GAS));
        } catch (EvmException e) {
            throw new UndefinedValue(e.getMessage(), e);
        }
    }

    private int markAfter(SettledState moment) {
        SettledState later = current;
        while (later.before().isPresent()) {
            SettledState earlier = later.before().get();
            if (earlier == moment) {
                return later.mark();
            }
            later = earlier;
        }
        throw new IllegalStateException("this state is no longer there: the system has moved on or was rolled back");
    }
}
