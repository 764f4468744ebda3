package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import thymus.system.execution.Entries;
import thymus.system.execution.Step;

/** The best sequence so far and the remaining budget for shrinking. */
final class Attempts {
    private static final int USUAL = 128;

    private final SequenceOracle oracle;
    private final ShrinkRules rules;
    /** What is not allowed or did not break the property. Rounds repeat most of what the one before them tried. */
    private final Set<List<Step>> failed = new HashSet<>();

    private List<Step> best;
    /** The budget, in executions of a sequence of the usual length. */
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

    /** The cost of an execution. A very long sequence counts as several. */
    static int cost(int length) {
        return Math.max(1, length / USUAL);
    }

    boolean exhausted() {
        return left <= 0 || oracle.expired();
    }

    int left() {
        return left;
    }

    void allowMore(int executions) {
        left = Math.max(left, executions);
    }

    /**
     * Replaces the best sequence by the candidate if the rules allow it and it still breaks the property. The sequence
     * is cut after the step that breaks it. Steps that lost the first call of their transaction begin a new one.
     */
    boolean attempt(List<Step> drawn) {
        List<Step> candidate = Entries.regrouped(drawn);
        if (exhausted() || failed.contains(candidate)) {
            return false;
        }
        if (!rules.allowed(candidate) || !breaks(candidate)) {
            if (candidate.size() <= USUAL) {
                failed.add(List.copyOf(candidate));
            }
            return false;
        }
        return true;
    }

    private boolean breaks(List<Step> drawn) {
        List<Step> candidate = drawn;
        left -= cost(candidate.size());
        OptionalInt broken = oracle.brokenAt(candidate);
        if (broken.isEmpty()) {
            List<Step> amended = oracle.amended(candidate);
            if (amended.equals(candidate) || amended.equals(best)) {
                return false;
            }
            candidate = amended;
            broken = oracle.brokenAt(candidate);
        }
        if (broken.isEmpty()) {
            return false;
        }
        best = List.copyOf(candidate.subList(0, broken.getAsInt() + 1));
        return true;
    }

    /** Like {@link #attempt}, but throws {@link Shortened} if the length changes. Passes that keep indices use it. */
    boolean attemptInPlace(List<Step> candidate) {
        List<Step> before = best;
        if (!attempt(candidate)) {
            return false;
        }
        if (best.size() != before.size()) {
            // The next round of removal continues with the shorter sequence.
            throw new Shortened();
        }
        return true;
    }

    List<Step> with(List<Integer> group, UnaryOperator<Step> change) {
        List<Step> changed = new ArrayList<>(best);
        group.forEach(index -> changed.set(index, change.apply(changed.get(index))));
        return changed;
    }

    /** Ends a pass whose indices no longer fit the sequence. */
    static final class Shortened extends RuntimeException {
        Shortened() {
            super("the sequence became shorter", null, false, false);
        }
    }
}
