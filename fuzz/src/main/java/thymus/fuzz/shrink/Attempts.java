package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import thymus.system.execution.Entries;
import thymus.system.execution.Step;

/** The best sequence so far and the budget for improving it. */
final class Attempts {
    private static final int USUAL = 128;

    private final SequenceOracle oracle;
    private final ShrinkRules rules;
    private List<Step> best;
    /** In executions of a sequence of usual length. */
    private int left;

    Attempts(SequenceOracle oracle, ShrinkRules rules, List<Step> failing, int executions) {
        this.oracle = oracle;
        this.rules = rules;
        this.best = List.copyOf(failing);
        this.left = executions;
    }

    List<Step> best() {
        return best;
    }

    ShrinkRules rules() {
        return rules;
    }

    /** A very long sequence counts as several. */
    static int cost(int length) {
        return Math.max(1, length / USUAL);
    }

    boolean exhausted() {
        return left <= 0;
    }

    int left() {
        return left;
    }

    void allowMore(int executions) {
        left = Math.max(left, executions);
    }

    /**
     * Takes the candidate, cut after the step that breaks the property, if it is allowed and still breaks it. Steps that have
     * lost the beginning of their transaction begin one.
     */
    boolean attempt(List<Step> drawn) {
        List<Step> candidate = Entries.regrouped(drawn);
        if (left <= 0 || !rules.allowed(candidate)) {
            return false;
        }
        left -= cost(candidate.size());
        OptionalInt broken = oracle.brokenAt(candidate);
        if (broken.isEmpty()) {
            return false;
        }
        best = List.copyOf(candidate.subList(0, broken.getAsInt() + 1));
        return true;
    }

    /** As {@link #attempt}, but only a sequence that keeps its length counts: for passes that hold on to indices. */
    boolean attemptInPlace(List<Step> candidate) {
        List<Step> before = best;
        if (!attempt(candidate)) {
            return false;
        }
        if (best.size() != before.size()) {
            // Breaking earlier is a gain that the next round of removal will find again from the shorter sequence.
            throw new Shortened();
        }
        return true;
    }

    List<Step> with(List<Integer> group, UnaryOperator<Step> change) {
        List<Step> changed = new ArrayList<>(best);
        group.forEach(index -> changed.set(index, change.apply(changed.get(index))));
        return changed;
    }

    /** Unwinds a pass whose indices no longer fit. */
    static final class Shortened extends RuntimeException {
        Shortened() {
            super("the sequence became shorter", null, false, false);
        }
    }
}
