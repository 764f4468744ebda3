package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.tree.Expr;

/**
 * A truth value with its branch distance (Korel 1990; Tracey et al. 1998): how much the compared numbers must change to
 * negate it. For a property that holds, it is the slack.
 *
 * @param distance at least 1; empty if nothing is compared, or if an equality would have to become an inequality
 */
record Measure(boolean truth, Optional<BigInteger> distance) {
    static Measure of(Expr expr, Scope<BigInteger, Boolean> scope) {
        return Evaluator.truth(expr, new BranchDistanceScope(scope));
    }

    static Measure withoutDistance(boolean truth) {
        return new Measure(truth, Optional.empty());
    }

    Measure negated() {
        return new Measure(!truth, distance);
    }

    /** The conjunction with a left side that is true. */
    Measure and(Measure right) {
        return right.truth ? new Measure(true, nearer(distance, right.distance)) : right;
    }

    /** The disjunction with a left side that is false. */
    Measure or(Measure right) {
        return right.truth ? right : new Measure(false, nearer(distance, right.distance));
    }

    /** The least distance over several judgements. */
    static final class Nearest {
        private Optional<BigInteger> distance = Optional.empty();

        void add(Measure measure) {
            distance = nearer(distance, measure.distance);
        }

        Optional<BigInteger> distance() {
            return distance;
        }
    }

    private static Optional<BigInteger> nearer(Optional<BigInteger> a, Optional<BigInteger> b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(a.get().min(b.get()));
    }
}
