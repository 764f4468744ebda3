package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;
import thymus.spec.tree.Window;

/**
 * Reads from {@code p(W) ==> sum(flow, last W) * k <= f(W)} the functions p and f and the factor k. In place of the sum
 * there may be the difference of two.
 */
final class LemmaBounds {
    private LemmaBounds() {}

    /**
     * @param allowed f, a function of the seconds
     * @param premise p, a function of the seconds; empty where the limit is said of all windows
     * @param net what is bounded, where it is a difference
     */
    record Bound(
            Expr factor,
            Function<Expr, Expr> allowed,
            Optional<Function<Expr, Expr>> premise,
            Optional<Difference> net) {
        /** Whether it speaks of no name that its property binds, so that it has a meaning elsewhere. */
        boolean isClosed() {
            Expr any = Vocabulary.number(BigInteger.ZERO);
            List<Expr> parts = new ArrayList<>(List.of(factor, allowed.apply(any)));
            premise.ifPresent(p -> parts.add(p.apply(any)));
            return net.isEmpty() && Walk.free(parts).isEmpty();
        }
    }

    /** Two aggregates over windows of one length. */
    record Difference(Expr.Windowed all, Expr.Windowed less) {}

    static List<Bound> of(Property property) {
        List<Bound> bounds = new ArrayList<>();
        switch (property) {
            case Property.Limit limit -> collect(limit.condition(), Optional.empty(), bounds);
            case Property.Invariant invariant -> collect(invariant.condition(), Optional.empty(), bounds);
            case Property.Rule _, Property.Isolation _ -> {}
        }
        return List.copyOf(bounds);
    }

    private static void collect(Expr condition, Optional<Expr> premise, List<Bound> bounds) {
        if (condition instanceof Expr.Binary b && b.operator() == BinaryOperator.AND) {
            collect(b.left(), premise, bounds);
            collect(b.right(), premise, bounds);
        } else if (condition instanceof Expr.Binary b && b.operator() == BinaryOperator.IMPLIES) {
            collect(
                    b.right(),
                    Optional.of(premise.map(p -> Vocabulary.binary(BinaryOperator.AND, p, b.left()))
                            .orElse(b.left())),
                    bounds);
        } else if (condition instanceof Expr.ForAll all) {
            collect(all.body(), premise, bounds);
        } else if (condition instanceof Expr.Binary b
                && (b.operator() == BinaryOperator.LESS_OR_EQUAL || b.operator() == BinaryOperator.LESS)) {
            bound(b.left(), Vocabulary.number(BigInteger.ONE), b.right(), premise, bounds);
        }
    }

    private static void bound(Expr left, Expr factor, Expr right, Optional<Expr> premise, List<Bound> bounds) {
        if (left instanceof Expr.Windowed w && w.window() instanceof Window.Last last) {
            bounds.add(new Bound(factor, of(last, right), premise.map(p -> of(last, p)), Optional.empty()));
        } else if (left instanceof Expr.Binary difference && difference.operator() == BinaryOperator.SUBTRACT) {
            net(difference, factor, right, premise, bounds);
        } else if (left instanceof Expr.Binary product && product.operator() == BinaryOperator.MULTIPLY) {
            bound(product.left(), times(factor, product.right()), right, premise, bounds);
            bound(product.right(), times(factor, product.left()), right, premise, bounds);
        }
    }

    private static void net(
            Expr.Binary difference, Expr factor, Expr right, Optional<Expr> premise, List<Bound> bounds) {
        if (difference.left() instanceof Expr.Windowed all
                && difference.right() instanceof Expr.Windowed less
                && all.window() instanceof Window.Last last
                && less.window() instanceof Window.Last other
                && isSameLength(last.seconds(), other.seconds())) {
            bounds.add(new Bound(
                    factor, of(last, right), premise.map(p -> of(last, p)), Optional.of(new Difference(all, less))));
        }
    }

    private static boolean isSameLength(Expr a, Expr b) {
        if (a instanceof Expr.Local local) {
            return b instanceof Expr.Local other
                    && local.variable().id() == other.variable().id();
        }
        return a instanceof Expr.IntegerLiteral literal
                && b instanceof Expr.IntegerLiteral other
                && literal.value().equals(other.value());
    }

    /** The expression as a function of the window's length. */
    private static Function<Expr, Expr> of(Window.Last last, Expr expr) {
        return last.seconds() instanceof Expr.Local local
                ? seconds -> substitute(expr, local.variable(), seconds)
                : seconds -> expr;
    }

    private static Expr times(Expr a, Expr b) {
        return a instanceof Expr.IntegerLiteral literal && literal.value().equals(BigInteger.ONE)
                ? b
                : Vocabulary.binary(BinaryOperator.MULTIPLY, a, b);
    }

    private static Expr substitute(Expr expr, Variable variable, Expr value) {
        return switch (expr) {
            case Expr.Local l when l.variable().id() == variable.id() -> value;
            case Expr.Binary b ->
                new Expr.Binary(
                        b.operator(),
                        substitute(b.left(), variable, value),
                        substitute(b.right(), variable, value),
                        b.span());
            case Expr.Unary u -> new Expr.Unary(u.operator(), substitute(u.operand(), variable, value), u.span());
            case Expr.Conditional c ->
                new Expr.Conditional(
                        substitute(c.condition(), variable, value),
                        substitute(c.then(), variable, value),
                        substitute(c.otherwise(), variable, value),
                        c.span());
            case Expr.Leaf _ -> expr;
            // A length of a window that stands in one of these makes no lemma: its variable is bound nowhere there.
            case Expr.StateRead _, Expr.Temporal _, Expr.Quantified _, Expr.EncodedCall _, Expr.Sequence _ -> expr;
        };
    }

    /** Numbers above 0 that the property names. */
    static List<Expr> numbers(Property property) {
        return property.expressions().stream()
                .flatMap(Walk::all)
                .filter(e -> e instanceof Expr.IntegerLiteral literal
                        && literal.type() == Type.INTEGER
                        && literal.value().signum() > 0)
                .map(e -> Vocabulary.number(((Expr.IntegerLiteral) e).value()))
                .distinct()
                .toList();
    }

    /** Lengths of windows that the property names as numbers. */
    static List<Expr> lengths(Property property) {
        List<Expr> lengths = new ArrayList<>();
        collectLengths(property.condition(), lengths);
        return lengths;
    }

    private static void collectLengths(Expr expr, List<Expr> lengths) {
        if (expr instanceof Expr.Windowed w
                && w.length().isPresent()
                && w.length().get() instanceof Expr.IntegerLiteral literal
                && literal.value().compareTo(BigInteger.ZERO) > 0) {
            lengths.add(literal);
        }
        if (expr instanceof Expr.ForAll all) {
            collectLengths(all.body(), lengths);
        }
        if (expr instanceof Expr.Binary b) {
            collectLengths(b.left(), lengths);
            collectLengths(b.right(), lengths);
        }
    }
}
