package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.state.SlotReader;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;

/**
 * Hashes have no collisions, which is a standing assumption: equal ones are of equal data. Contracts compare them as
 * names of orders, payments or messages. The hash of a text is left out, because its data are not known.
 */
final class HashAxioms {
    /** The number of pairs grows with the square. */
    private static final int MOST_HASHES = 12;

    private HashAxioms() {}

    static List<BoolTerm> of(List<BoolTerm> query, Terms terms) {
        List<IntTerm.Apply> hashes = Subterms.applications(query).stream()
                .filter(SlotReader::isHashOfWords)
                .limit(MOST_HASHES)
                .toList();
        List<BoolTerm> axioms = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            for (int k = i + 1; k < hashes.size(); k++) {
                BoolTerm axiom = terms.implies(
                        terms.equal(hashes.get(i), hashes.get(k)), sameData(hashes.get(i), hashes.get(k), terms));
                if (axiom != terms.yes) {
                    axioms.add(axiom);
                }
            }
        }
        return axioms;
    }

    private static BoolTerm sameData(IntTerm.Apply one, IntTerm.Apply other, Terms terms) {
        if (!one.function().equals(other.function())) {
            return terms.no;
        }
        List<BoolTerm> equal = new ArrayList<>();
        for (int i = 0; i < one.arguments().size(); i++) {
            equal.add(terms.equal(one.arguments().get(i), other.arguments().get(i)));
        }
        return terms.and(equal);
    }
}
