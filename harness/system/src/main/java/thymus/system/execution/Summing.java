package thymus.system.execution;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import thymus.spec.SetupStep;
import thymus.spec.Specification;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/** What a specification reads of storage: whose mappings it adds up, and the numbers that it names, which may be keys. */
final class Summing {
    private Summing() {}

    /** The contracts whose mappings are added up. */
    static Set<String> contracts(Specification specification) {
        Set<String> contracts = new LinkedHashSet<>();
        expressions(specification).forEach(e -> {
            if (e instanceof Expr.MappingSum sum) {
                contracts.add(sum.contract());
            }
        });
        return contracts;
    }

    /** Every number in the file. */
    static List<BigInteger> numbers(Specification specification) {
        return Stream.concat(
                        expressions(specification),
                        specification.setup().stream().map(SetupStep::arguments).flatMap(List::stream).flatMap(Walk::all))
                .filter(Expr.IntegerLiteral.class::isInstance)
                .map(e -> ((Expr.IntegerLiteral) e).value())
                .distinct()
                .toList();
    }

    private static Stream<Expr> expressions(Specification specification) {
        Stream<Expr> properties = specification.properties().stream().flatMap(Summing::read);
        Stream<Expr> flows = specification.flows().stream().flatMap(Summing::read);
        return Stream.concat(properties, flows).flatMap(Walk::all);
    }

    private static Stream<Expr> read(Property property) {
        Stream<Expr> where = property instanceof Property.Rule rule ? where(rule.trigger()) : Stream.of();
        return Stream.concat(Stream.of(property.condition()), where);
    }

    private static Stream<Expr> read(Flow flow) {
        return Stream.of(Stream.of(flow.amount()), flow.key().stream(), where(flow.trigger())).flatMap(s -> s);
    }

    private static Stream<Expr> where(Trigger trigger) {
        return trigger.where().stream();
    }
}
