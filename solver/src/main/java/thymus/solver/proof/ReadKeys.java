package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.solver.property.Quantifiers;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.Region;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * The keys at which a query reads the mappings of a quantified condition. The query may need the condition's instances
 * at these keys.
 */
final class ReadKeys {
    /** The maximum for one variable. A condition with two variables has the square of it as instances. */
    private static final int MOST = 6;
    /** The maximum where several elements of an array share a slot. */
    private static final int MOST_SHARED = 32;

    private static final BigInteger MOST_IN_SLOT = BigInteger.valueOf(32);

    private final Queries queries;
    private final Terms terms;
    private final ArbitrarySource source;

    ReadKeys(Queries queries, Terms terms, ArbitrarySource source) {
        this.queries = queries;
        this.terms = terms;
        this.source = source;
    }

    static boolean speaksOfAll(Expr condition) {
        return Walk.all(condition)
                .anyMatch(
                        part -> part instanceof Expr.ForAll all && all.domain().isEmpty());
    }

    /**
     * One position in the keys of a region.
     *
     * @param shared the number of elements in a slot there
     */
    private record Place(Region region, int index, BigInteger shared) {}

    /**
     * Chooses the keys in the query at the positions where the hypothesis has the quantified variable.
     *
     * @param hypothesis the condition over the variables' own unknowns
     */
    Quantifiers of(BoolTerm hypothesis, List<BoolTerm> query) {
        List<ArbitrarySource.Element> spokenOf = mentioned(List.of(hypothesis));
        List<ArbitrarySource.Element> read = mentioned(query);
        return new Quantifiers.Hypothesis((variable, range) -> values(variable, range, spokenOf, read));
    }

    private List<ArbitrarySource.Element> mentioned(List<BoolTerm> formulas) {
        Set<Integer> mentioned = Subterms.of(formulas);
        return source.elements().stream()
                .filter(e -> mentioned.contains(e.value().id()))
                .toList();
    }

    private List<IntTerm> values(
            Variable variable,
            Interval range,
            List<ArbitrarySource.Element> spokenOf,
            List<ArbitrarySource.Element> read) {
        IntTerm unknown = queries.unknown(variable, range);
        Set<Place> places = new HashSet<>();
        for (ArbitrarySource.Element element : spokenOf) {
            for (int i = 0; i < element.keys().size(); i++) {
                Optional<BigInteger> shared = shared(element.keys().get(i), unknown);
                if (shared.isPresent()) {
                    places.add(new Place(element.region(), i, shared.get()));
                }
            }
        }
        List<IntTerm> values = new ArrayList<>();
        for (ArbitrarySource.Element element : read) {
            for (int i = 0; i < element.keys().size(); i++) {
                for (Place place : places) {
                    if (place.region().equals(element.region()) && place.index() == i) {
                        elements(element.keys().get(i), place.shared())
                                .forEach(value -> values.add(queries.within(value, range)));
                    }
                }
            }
        }
        boolean areShared = places.stream().anyMatch(place -> place.shared().compareTo(BigInteger.ONE) > 0);
        return values.stream().distinct().limit(areShared ? MOST_SHARED : MOST).toList();
    }

    /** How many values of the unknown have the same key; empty if it does not follow the unknown. */
    private static Optional<BigInteger> shared(IntTerm key, IntTerm unknown) {
        if (key == unknown) {
            return Optional.of(BigInteger.ONE);
        }
        return key instanceof IntTerm.Quotient q && q.dividend() == unknown
                ? Terms.constantOf(q.divisor()).filter(d -> d.signum() > 0 && d.compareTo(MOST_IN_SLOT) <= 0)
                : Optional.empty();
    }

    /** The values of the unknown that have this key. */
    private List<IntTerm> elements(IntTerm key, BigInteger shared) {
        List<IntTerm> all = new ArrayList<>();
        for (int i = 0; i < shared.intValue(); i++) {
            all.add(terms.add(terms.scale(key, shared), terms.constant(i)));
        }
        return all;
    }
}
