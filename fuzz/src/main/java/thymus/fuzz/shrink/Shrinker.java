package thymus.fuzz.shrink;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import thymus.system.execution.Step;

/**
 * Makes a failing sequence small and plain: transactions of one call each, fewest steps and callbacks, then least time,
 * simplest senders, roundest numbers.
 *
 * <p>The result is a fixpoint: the property breaks at its last step and at no earlier one, and no single step can be
 * taken out, neither with its time nor leaving its time to the next step. It depends on the sequence alone: no chance,
 * no clock. The last one represents a step, or a pair, that is repeated many times in a row.
 */
public final class Shrinker {
    /** Enough for sequences of a few hundred steps; counted in executions of a whole sequence. */
    public static final int DEFAULT_EXECUTIONS = 6_000;

    private final SequenceOracle oracle;
    private final ShrinkRules rules;
    private final int executions;

    public Shrinker(SequenceOracle oracle, ShrinkRules rules, int executions) {
        this.oracle = oracle;
        this.rules = rules;
        this.executions = executions;
    }

    /**
     * @param failing a sequence that breaks the property
     * @return the shrunk one; the argument itself, if it does not break the property when it is run here
     */
    public List<Step> shrink(List<Step> failing) {
        OptionalInt broken = oracle.brokenAt(failing);
        if (broken.isEmpty()) {
            return failing;
        }
        List<Step> start = List.copyOf(failing.subList(0, broken.getAsInt() + 1));
        Attempts attempts = new Attempts(oracle, rules, start, executions);
        List<Step> before;
        do {
            before = attempts.best();
            inPlace(attempts, Separation::run);
            inPlace(attempts, CallbackShrinker::run);
            Removal.run(attempts);
            Recombination.run(attempts);
            // Merging tries every number of a step at every place of the others: plain sequences have few of them.
            simplify(attempts);
            Merging.run(attempts);
            inPlace(attempts, CallbackShrinker::run);
            Hoisting.run(attempts);
            simplify(attempts);
        } while (before != attempts.best() && !attempts.exhausted());
        // The promise of 1-minimality is kept even when the budget is gone; it costs at most a square of the length.
        int length = Runs.of(attempts.best()).size();
        attempts.allowMore(
                2 * length * (length + 1) * Attempts.cost(attempts.best().size()));
        Removal.oneByOne(attempts);
        return attempts.best();
    }

    private static void simplify(Attempts attempts) {
        inPlace(attempts, Advances::run);
        inPlace(attempts, SenderShrinker::run);
        inPlace(attempts, Shapes::run);
        inPlace(attempts, NumberShrinker::run);
    }

    private static void inPlace(Attempts attempts, Consumer<Attempts> pass) {
        try {
            pass.accept(attempts);
        } catch (Attempts.Shortened shorter) {
            Removal.run(attempts);
        }
    }
}
