package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;

/**
 * A truth value with its branch distance (Korel 1990; Tracey et al. 1998): by how much the numbers compared would have
 * to change to turn it round. Of a property that holds, this is the slack that is left.
 *
 * @param distance at least 1; empty where nothing is compared, or where equality would have to become inequality
 */
record Measure(boolean truth, Optional<BigInteger> distance) {
    /** Reads exactly what {@link Evaluator#truth} reads, so that it fails exactly where that fails. */
    static Measure of(Expr expr, Scope<BigInteger, Boolean> scope) {
        return switch (expr) {
            case Expr.Unary e when e.operator() == UnaryOperator.NOT -> of(e.operand(), scope).negated();
            case Expr.Binary e -> binary(e, scope);
            case Expr.Conditional e when e.type() == Type.TRUTH ->
                of(Evaluator.truth(e.condition(), scope) ? e.then() : e.otherwise(), scope);
            case Expr.Previous e -> of(e.operand(), scope.previous());
            case Expr.ForAll e -> forAll(e, scope);
            default -> new Measure(Evaluator.truth(expr, scope), Optional.empty());
        };
    }

    private Measure negated() {
        return new Measure(!truth, distance);
    }

    private static Measure binary(Expr.Binary e, Scope<BigInteger, Boolean> scope) {
        return switch (e.operator()) {
            case AND -> {
                Measure left = of(e.left(), scope);
                yield left.truth ? left.and(of(e.right(), scope)) : left;
            }
            case OR -> {
                Measure left = of(e.left(), scope);
                yield left.truth ? left : left.or(of(e.right(), scope));
            }
            case IMPLIES -> {
                Measure left = of(e.left(), scope);
                yield left.truth ? left.negated().or(of(e.right(), scope)) : left.negated();
            }
            default -> comparison(e, scope);
        };
    }

    /** After a left side that is true. */
    private Measure and(Measure right) {
        return right.truth ? new Measure(true, nearer(distance, right.distance)) : right;
    }

    /** After a left side that is false. */
    private Measure or(Measure right) {
        return right.truth ? right : new Measure(false, nearer(distance, right.distance));
    }

    private static Measure comparison(Expr.Binary e, Scope<BigInteger, Boolean> scope) {
        BigInteger gap = Evaluator.integer(e.right(), scope).subtract(Evaluator.integer(e.left(), scope));
        boolean numbers = e.left().type() == Type.INTEGER;
        return switch (e.operator()) {
            case LESS -> ordered(gap.signum() > 0, gap, BigInteger.ZERO);
            case LESS_OR_EQUAL -> ordered(gap.signum() >= 0, gap, BigInteger.ONE);
            case EQUAL, NOT_EQUAL -> {
                boolean equal = gap.signum() == 0;
                Optional<BigInteger> distance = equal || !numbers ? Optional.empty() : Optional.of(gap.abs());
                yield new Measure(equal == (e.operator() == BinaryOperator.EQUAL), distance);
            }
            default -> throw new IllegalArgumentException("not a truth value: " + e.span());
        };
    }

    /** @param edge the distance to falsehood where the gap is 0 */
    private static Measure ordered(boolean truth, BigInteger gap, BigInteger edge) {
        BigInteger distance = truth ? gap.add(edge) : BigInteger.ONE.subtract(edge).subtract(gap);
        return new Measure(truth, Optional.of(distance));
    }

    private static Measure forAll(Expr.ForAll e, Scope<BigInteger, Boolean> scope) {
        Nearest nearest = new Nearest();
        boolean truth = scope.forAll(e, value -> {
            Measure body = of(e.body(), scope.bind(e.variable(), value));
            // The ends of a type are looked at whatever happens: how near they come tells nothing of the sequence.
            if (!Enumeration.isEnd(e.variable(), value)) {
                nearest.add(body);
            }
            return body.truth;
        });
        return new Measure(truth, truth ? nearest.distance : Optional.empty());
    }

    /** The least distance of many judgements. */
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
