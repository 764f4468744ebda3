package thymus.solver.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thymus.solver.property.Quantifiers;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.Region;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Subterms;
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

    private final Queries queries;
    private final ArbitrarySource source;

    ReadKeys(Queries queries, ArbitrarySource source) {
        this.queries = queries;
        this.source = source;
    }

    static boolean speaksOfAll(Expr condition) {
        return Walk.all(condition)
                .anyMatch(
                        part -> part instanceof Expr.ForAll all && all.domain().isEmpty());
    }

    /** One position in the keys of a region. */
    private record Place(Region region, int index) {}

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
                if (element.keys().get(i) == unknown) {
                    places.add(new Place(element.region(), i));
                }
            }
        }
        List<IntTerm> values = new ArrayList<>();
        for (ArbitrarySource.Element element : read) {
            for (int i = 0; i < element.keys().size(); i++) {
                if (places.contains(new Place(element.region(), i))) {
                    values.add(queries.within(element.keys().get(i), range));
                }
            }
        }
        return values.stream().distinct().limit(MOST).toList();
    }
}
