package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.text.ByteNumber;
import thymus.spec.text.NumberText;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** Explains why a condition is false: the part that fails, with the values of both sides and of its names. */
final class Explanation {
    private Explanation() {}

    /** @param expr an expression that is false in the scope */
    static String of(Expr expr, Scope<BigInteger, Boolean> scope) {
        return switch (expr) {
            case Expr.Binary e -> missed(e).or(() -> strayed(e, scope)).orElseGet(() -> binary(e, scope));
            case Expr.ForAll e -> forAll(e, scope);
            case Expr.Conditional e
            when e.type() == Type.TRUTH -> of(Evaluator.truth(e.condition(), scope) ? e.then() : e.otherwise(), scope);
            case Expr.Unary e
            when e.operator() == UnaryOperator.NOT && e.operand() instanceof Expr.Local local ->
                local.variable().name() + " is true";
            case Expr.SameWithout e ->
                "the step is not the " + Printer.print(e)
                        + scope.difference(e).map(text -> ": " + text).orElse("");
            case Expr.Leaf _, Expr.StateRead _, Expr.Temporal _, Expr.Compound _ ->
                Printer.print(expr) + " is false" + names(expr, scope);
        };
    }

    /** A missed deadline. Only {@code respond} has one, so that its condition is not written like this in any file. */
    private static Optional<String> missed(Expr.Binary e) {
        return Walk.all(e.right())
                .filter(Expr.Deadline.class::isInstance)
                .map(Expr.Deadline.class::cast)
                .findFirst()
                .map(d -> Printer.print(d.until()) + " did not become true within " + length(d) + " of "
                        + Printer.print(d.when()));
    }

    /** What an envelope speaks of has changed, and by none of its functions. Only an envelope is written like this. */
    private static Optional<String> strayed(Expr.Binary e, Scope<BigInteger, Boolean> scope) {
        return e.operator() == BinaryOperator.OR && e.right() instanceof Expr.Matched named
                ? Optional.of(changed(e.left(), scope) + ", and " + named.word())
                : Optional.empty();
    }

    private static String changed(Expr expr, Scope<BigInteger, Boolean> scope) {
        if (expr instanceof Expr.ForAll all) {
            return failing(all, scope)
                    .map(value -> changed(all.body(), scope.bind(all.variable(), value)))
                    .orElseGet(() -> Printer.print(expr) + " is false");
        }
        if (expr instanceof Expr.Binary e && e.operator() == BinaryOperator.AND) {
            return changed(Evaluator.truth(e.left(), scope) ? e.right() : e.left(), scope);
        }
        if (expr instanceof Expr.Conditional e) {
            return changed(Evaluator.truth(e.condition(), scope) ? e.then() : e.otherwise(), scope);
        }
        if (expr instanceof Expr.Binary e
                && (e.operator() == BinaryOperator.OR || e.operator() == BinaryOperator.IMPLIES)) {
            return changed(e.right(), scope);
        }
        return expr instanceof Expr.Binary e
                ? Printer.print(e.left()) + " changed from " + value(e.right(), scope) + " to " + value(e.left(), scope)
                        + names(expr, scope)
                : of(expr, scope);
    }

    private static String length(Expr.Deadline deadline) {
        String unit = deadline.clock() == Expr.Context.Field.BLOCK ? " block" : " second";
        boolean isOne = deadline.within().equals(BigInteger.ONE);
        return isOne ? "1" + unit : NumberText.prose(deadline.within()) + unit + "s";
    }

    private static String binary(Expr.Binary e, Scope<BigInteger, Boolean> scope) {
        return switch (e.operator()) {
            case AND -> of(Evaluator.truth(e.left(), scope) ? e.right() : e.left(), scope);
            case IMPLIES -> Printer.print(e.left()) + " holds, but " + of(e.right(), scope);
            case OR -> of(e.left(), scope) + ", and " + of(e.right(), scope);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, MINIMUM, MAXIMUM, LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL ->
                Printer.print(e) + " is false: " + sides(e, scope) + names(e, scope);
        };
    }

    private static String forAll(Expr.ForAll e, Scope<BigInteger, Boolean> scope) {
        return failing(e, scope)
                .map(value -> of(e.body(), scope.bind(e.variable(), value)))
                .orElseGet(() -> Printer.print(e) + " is false");
    }

    private static Optional<BigInteger> failing(Expr.ForAll e, Scope<BigInteger, Boolean> scope) {
        List<BigInteger> failing = new ArrayList<>();
        scope.forAll(e, value -> {
            boolean holds = Evaluator.truth(e.body(), scope.bind(e.variable(), value));
            if (!holds && failing.isEmpty()) {
                failing.add(value);
            }
            return holds;
        });
        return failing.stream().findFirst();
    }

    /** A timestamp is compared only with another, so both sides are dates if one is. */
    private static String sides(Expr.Binary e, Scope<BigInteger, Boolean> scope) {
        String sign = " " + Printer.sign(e.operator()) + " ";
        if (!Timestamps.isTimestamp(e.left()) && !Timestamps.isTimestamp(e.right())) {
            return value(e.left(), scope) + sign + value(e.right(), scope);
        }
        BigInteger left = Evaluator.integer(e.left(), scope);
        BigInteger right = Evaluator.integer(e.right(), scope);
        return Timestamps.show(left) + sign + Timestamps.show(right) + Timestamps.distance(left, right);
    }

    private static String value(Expr expr, Scope<BigInteger, Boolean> scope) {
        return show(Evaluator.integer(expr, scope), expr.type());
    }

    static String show(BigInteger value, Type type) {
        if (type == Type.TRUTH) {
            return value.signum() == 0 ? "false" : "true";
        }
        if (type == Type.TEXT) {
            return ByteNumber.show(value);
        }
        String hex = value.signum() < 0 ? "" : value.toString(16);
        return type == Type.ADDRESS
                ? "0x" + "0".repeat(Math.max(0, 40 - hex.length())) + hex
                : type == Type.BYTES ? "0x" + hex : NumberText.value(value);
    }

    /** Renders ", where amount = 5, W = 60". */
    private static String names(Expr expr, Scope<BigInteger, Boolean> scope) {
        List<Variable> inner = Walk.all(expr)
                .filter(Expr.ForAll.class::isInstance)
                .map(e -> ((Expr.ForAll) e).variable())
                .toList();
        String values = Walk.all(expr)
                .filter(Expr.Local.class::isInstance)
                .map(e -> ((Expr.Local) e).variable())
                .filter(v -> !inner.contains(v))
                .distinct()
                .map(v -> v.name() + " = " + show(scope.local(v), v.type()))
                .collect(Collectors.joining(", "));
        return Optional.of(values)
                .filter(v -> !v.isEmpty())
                .map(v -> ", where " + v)
                .orElse("");
    }
}
