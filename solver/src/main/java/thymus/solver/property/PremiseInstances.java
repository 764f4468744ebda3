package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/**
 * The values at which a {@code forall} in a premise is instantiated. Any values of its type are sound. These are likely
 * to decide: the bounds of the type, numbers in the body, accounts, and names that are bound outside.
 */
record PremiseInstances(SystemModel model, SymbolicContext context, Collection<IntTerm> bound) {
    private static final Interval ADDRESS = Interval.unsigned(160);

    List<IntTerm> of(Expr.ForAll quantifier, Interval range) {
        Terms terms = model.terms();
        List<IntTerm> candidates = new ArrayList<>();
        range.low().ifPresent(low -> candidates.add(terms.constant(low)));
        range.high().ifPresent(high -> candidates.add(terms.constant(high)));
        Walk.all(quantifier.body()).forEach(part -> {
            if (part instanceof Expr.IntegerLiteral literal) {
                candidates.add(terms.constant(literal.value()));
                candidates.add(terms.constant(literal.value().add(BigInteger.ONE)));
                candidates.add(terms.constant(literal.value().subtract(BigInteger.ONE)));
            }
        });
        if (range.equals(ADDRESS)) {
            candidates.add(context.sender());
            model.accounts().forEach(account -> candidates.add(terms.constant(account)));
        }
        candidates.addAll(bound);
        Map<Integer, IntTerm> values = new LinkedHashMap<>();
        for (IntTerm candidate : candidates) {
            // Some numbers in the body are not values of the type.
            if (candidate.range().within(range)) {
                values.put(candidate.id(), candidate);
            }
        }
        return List.copyOf(values.values());
    }
}
