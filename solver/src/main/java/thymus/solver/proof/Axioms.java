package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;

/**
 * The relation between a mapping's elements and its sum: elements are not negative, so the sum of distinct ones is at
 * most the mapping's.
 */
final class Axioms {
    private static final int MOST_ELEMENTS = 6;

    private Axioms() {}

    static List<BoolTerm> of(ArbitrarySource source, List<BoolTerm> query, Terms terms) {
        Set<Integer> mentioned = Subterms.of(query);
        List<BoolTerm> axioms = new ArrayList<>();
        for (ArbitrarySource.Sum sum : source.sums()) {
            if (!mentioned.contains(sum.value().id())) {
                continue;
            }
            List<ArbitrarySource.Element> elements = new ArrayList<>();
            for (ArbitrarySource.Element element : source.elements()) {
                if (element.time().equals(sum.time())
                        && element.region().equals(sum.region())
                        && element.field().equals(sum.field())
                        && mentioned.contains(element.value().id())
                        && elements.size() < MOST_ELEMENTS) {
                    elements.add(element);
                }
            }
            for (int i = 0; i < elements.size(); i++) {
                BoolTerm inside = underPrefix(elements.get(i), sum, terms);
                axioms.add(
                        terms.implies(inside, terms.lessOrEqual(elements.get(i).value(), sum.value())));
                for (int k = i + 1; k < elements.size(); k++) {
                    IntTerm both =
                            terms.add(elements.get(i).value(), elements.get(k).value());
                    BoolTerm bothInside = terms.and(inside, underPrefix(elements.get(k), sum, terms));
                    BoolTerm different = terms.not(terms.equal(last(elements.get(i)), last(elements.get(k))));
                    axioms.add(terms.implies(terms.and(bothInside, different), terms.lessOrEqual(both, sum.value())));
                    for (int m = k + 1; m < elements.size(); m++) {
                        axioms.add(terms.implies(
                                terms.and(
                                        bothInside,
                                        different,
                                        underPrefix(elements.get(m), sum, terms),
                                        terms.not(terms.equal(last(elements.get(i)), last(elements.get(m)))),
                                        terms.not(terms.equal(last(elements.get(k)), last(elements.get(m))))),
                                terms.lessOrEqual(
                                        terms.add(both, elements.get(m).value()), sum.value())));
                    }
                }
            }
        }
        return axioms;
    }

    private static IntTerm last(ArbitrarySource.Element element) {
        return element.keys().getLast();
    }

    private static BoolTerm underPrefix(ArbitrarySource.Element element, ArbitrarySource.Sum sum, Terms terms) {
        List<BoolTerm> equal = new ArrayList<>();
        for (int i = 0; i < sum.prefix().size(); i++) {
            equal.add(terms.equal(sum.prefix().get(i), element.keys().get(i)));
        }
        return terms.and(equal);
    }
}
