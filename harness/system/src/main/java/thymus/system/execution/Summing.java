package thymus.system.execution;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.spec.Specification;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Type;
import thymus.spec.tree.Walk;

/** The storage that a specification sums, and the numbers in it, which may be keys. */
final class Summing {
    private Summing() {}

    /** The contracts whose mappings are summed. */
    static Set<String> contracts(Specification specification) {
        Set<String> contracts = new LinkedHashSet<>();
        specification.expressions().flatMap(Walk::all).forEach(e -> {
            if (e instanceof Expr.MappingSum sum) {
                contracts.add(sum.contract());
            }
        });
        return contracts;
    }

    /** Every number in the file. */
    static List<BigInteger> numbers(Specification specification) {
        return specification
                .expressions()
                .flatMap(Walk::all)
                .filter(e -> e instanceof Expr.IntegerLiteral literal && literal.type() != Type.TEXT)
                .map(e -> ((Expr.IntegerLiteral) e).value())
                .distinct()
                .toList();
    }
}
