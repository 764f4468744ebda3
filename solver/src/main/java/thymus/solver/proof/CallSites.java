package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.property.SymbolicTransaction;
import thymus.spec.Specification;

/**
 * Where a lemma has to hold so that it may be assumed after a call of code that nobody knows. That code enters the system in
 * states like those between transactions, or like others within one. A lemma holds at each beginning and end of what it
 * enters if it holds where that code begins, and if every entry that finds it true leaves it true, and finds it true wherever
 * it calls such code itself.
 */
final class CallSites {
    private final List<SymbolicTransaction> all = new ArrayList<>();
    private boolean areNone = true;

    /** @param changes transactions from the state between them that count where only states do */
    CallSites(Specification specification, ArbitraryState arbitrary, List<SymbolicTransaction> changes) {
        // What enters within a transaction comes at the time of that transaction.
        if (specification.adversary().minimumAdvance().signum() > 0) {
            return;
        }
        changes.forEach(this::add);
        for (ArbitraryState inside : arbitrary.inside()) {
            inside.transactions().stream()
                    .filter(t -> t.target().isEmpty() || t.changesSomething())
                    .forEach(this::add);
        }
    }

    private void add(SymbolicTransaction transaction) {
        List<SymbolicTransaction> parts = transaction.untilCalls();
        areNone &= parts.isEmpty();
        all.addAll(parts);
        all.add(transaction);
    }

    /** Whether no such code is called where it could change anything. */
    boolean areNone() {
        return areNone;
    }

    /** All that happens between two moments at which a lemma has to hold. */
    List<SymbolicTransaction> all() {
        return List.copyOf(all);
    }
}
