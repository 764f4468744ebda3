package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import thymus.spec.Specification;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.Walk;

/** The numbers in a specification. They are often boundary values. */
public final class SpecificationConstants {
    private SpecificationConstants() {}

    /** Every integer literal, in order of appearance. */
    public static List<BigInteger> numbers(Specification specification) {
        Set<BigInteger> numbers = new LinkedHashSet<>();
        specification
                .expressions()
                .flatMap(Walk::all)
                .flatMap(SpecificationConstants::withConditions)
                .forEach(e -> literal(e).ifPresent(numbers::add));
        return List.copyOf(numbers);
    }

    /** The lengths of windows, and other durations over which the specification looks back, in seconds. */
    public static List<BigInteger> windows(Specification specification) {
        Set<BigInteger> windows = new LinkedHashSet<>();
        specification.expressions().flatMap(Walk::all).forEach(e -> {
            if (e instanceof Expr.Temporal temporal) {
                temporal.length().flatMap(SpecificationConstants::literal).ifPresent(windows::add);
            }
        });
        return List.copyOf(windows);
    }

    /** What a benign call asks of its arguments stands in its trigger. */
    private static Stream<Expr> withConditions(Expr expr) {
        return expr instanceof Expr.Matched matched
                ? matched.triggers().stream()
                        .flatMap(trigger -> trigger.where().stream())
                        .flatMap(Walk::all)
                : Stream.of(expr);
    }

    private static Optional<BigInteger> literal(Expr expr) {
        return expr instanceof Expr.IntegerLiteral literal && literal.type() != Type.TEXT
                ? Optional.of(literal.value())
                : Optional.empty();
    }
}
