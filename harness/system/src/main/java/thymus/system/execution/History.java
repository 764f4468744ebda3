package thymus.system.execution;

import java.util.Optional;
import java.util.function.Supplier;
import thymus.evm.EvmException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;
import thymus.spec.monitor.UndefinedValue;

/** Reads the current settled state and earlier ones. */
final class History {
    /**
     * The maximum size of a cached answer, in bytes. Every state of a sequence may have a large answer, so these are
     * computed again.
     */
    private static final int LARGEST_KEPT = 1 << 16;

    private final LocalChain chain;
    private final ChainPlaces places;
    private SettledState current;

    History(LocalChain chain, ChainPlaces places) {
        this.chain = chain;
        this.places = places;
        this.current = SettledState.atSetup(chain, Elsewhere.NOTHING);
    }

    SettledState current() {
        return current;
    }

    /** Sets the current state after a step has settled or the chain was rolled back. */
    void set(SettledState moment) {
        current = moment;
    }

    /**
     * Reads a state with the clock of the step that reads it.
     *
     * @throws IllegalStateException if the system no longer has that state
     */
    <T> T at(SettledState moment, Supplier<T> reading) {
        if (moment == current) {
            return reading.get();
        }
        if (moment.inner().isPresent()) {
            return inside(moment, moment.inner().get(), reading);
        }
        // The visit ends with a rollback, which also restores the clock.
        return chain.world().visit(markAfter(moment.settled()), () -> {
            chain.setClock(moment.timestamp(), moment.number());
            return reading.get();
        });
    }

    private <T> T inside(SettledState moment, InnerMoment inner, Supplier<T> reading) {
        World world = chain.world();
        return world.visit(inner.position(), () -> {
            chain.setClock(moment.timestamp(), moment.number());
            inner.payment().ifPresent(p -> world.transfer(world.account(p.from()), world.account(p.to()), p.wei()));
            return reading.get();
        });
    }

    /** The answer to a call without effects. Answers are cached per state, except for large ones. */
    Receipt ask(SettledState moment, SettledState.Question question) {
        Receipt known = moment.calls().get(question);
        if (known == null) {
            known = at(
                    moment,
                    () -> places.on(question.to(), moment.elsewhere(), () -> simulate(question, moment.inner())));
            if (known.output().length <= LARGEST_KEPT) {
                moment.calls().put(question, known);
            }
        }
        return known;
    }

    /** @param inner in the middle of a step, a question is a part of its transaction: it finds transient storage */
    private Receipt simulate(SettledState.Question question, Optional<InnerMoment> inner) {
        LocalChain.Call call = new LocalChain.Call(
                question.from(),
                Optional.of(question.to()),
                Word.ZERO,
                question.data().array(),
                DeployedSystem.GAS);
        try {
            return inner.isPresent()
                    ? chain.enter(call, question.from(), inner.map(InnerMoment::rest))
                    : chain.simulate(call);
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
