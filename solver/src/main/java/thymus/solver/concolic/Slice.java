package thymus.solver.concolic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Subterms;

/**
 * The conditions that share unknowns with given ones, directly or through others. The known values satisfy all other
 * conditions, whatever becomes of these (constraint independence: Cadar, Dunbar, Engler: KLEE, OSDI 2008).
 */
final class Slice {
    private Slice() {}

    /** @param known conditions that the values of the known sequence satisfy */
    static List<BoolTerm> of(List<BoolTerm> wanted, List<BoolTerm> known) {
        Set<Integer> symbols = new HashSet<>(Subterms.symbols(wanted));
        List<BoolTerm> open = new ArrayList<>(known);
        List<BoolTerm> picked = new ArrayList<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (BoolTerm condition : List.copyOf(open)) {
                Set<Integer> own = Subterms.symbols(List.of(condition));
                if (own.stream().anyMatch(symbols::contains)) {
                    open.remove(condition);
                    picked.add(condition);
                    symbols.addAll(own);
                    grows = true;
                }
            }
        }
        picked.addAll(wanted);
        return picked;
    }
}
