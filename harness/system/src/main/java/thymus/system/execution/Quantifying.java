package thymus.system.execution;

import java.util.stream.Stream;
import thymus.spec.Specification;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/** Whether a specification speaks of every value of a type: then the values that appear must be remembered. */
final class Quantifying {
    private Quantifying() {}

    static boolean overSeenValues(Specification specification) {
        Stream<Expr> conditions = specification.properties().stream().flatMap(Quantifying::expressions);
        Stream<Expr> flows = specification.flows().stream()
                .flatMap(f -> Stream.concat(Stream.concat(Stream.of(f.amount()), f.key().stream()), where(f.trigger())));
        return Stream.concat(conditions, flows)
                .flatMap(Walk::all)
                .anyMatch(e -> e instanceof Expr.ForAll all && all.domain().isEmpty());
    }

    private static Stream<Expr> expressions(Property property) {
        Stream<Expr> triggered = property instanceof Property.Rule rule ? where(rule.trigger()) : Stream.of();
        return Stream.concat(Stream.of(property.condition()), triggered);
    }

    private static Stream<Expr> where(Trigger trigger) {
        return trigger.where().stream();
    }
}
