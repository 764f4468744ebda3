package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import thymus.solver.property.SymbolicTransaction;
import thymus.spec.Specification;

/**
 * The moments at which a lemma must hold to be assumed after a call to unknown code. Unknown code enters the system in
 * states between transactions or in other states within one. A lemma holds at the beginning and the end of each entry
 * under two conditions. It holds where unknown code begins. Every entry that begins with it preserves it, also at the
 * entry's own calls to unknown code.
 */
final class CallSites {
    private final List<SymbolicTransaction> all = new ArrayList<>();
    private boolean areNone = true;

    /** @param changes the transactions from the state between transactions that change it */
    CallSites(Specification specification, ArbitraryState arbitrary, List<SymbolicTransaction> changes) {
        // An entry within a transaction has the same time as this transaction.
        if (specification.adversary().minimumAdvance().signum() > 0) {
            return;
        }
        changes.forEach(this::add);
        for (ArbitraryState inside : arbitrary.inside()) {
            inside.transactions().stream().filter(CallSites::matters).forEach(this::add);
        }
        rounds(arbitrary).forEach(round -> all.addAll(round.untilCalls()));
    }

    /** Loops are followed through one round, whose calls no transaction has. */
    private static List<SymbolicTransaction> rounds(ArbitraryState arbitrary) {
        return Stream.concat(Stream.of(arbitrary), arbitrary.inside().stream())
                .flatMap(state -> state.exploration().rounds().stream())
                .toList();
    }

    /** One transaction stands for all that change nothing, neither at their end nor where they call unknown code. */
    static boolean matters(SymbolicTransaction transaction) {
        return transaction.attempted().isEmpty()
                || transaction.changesSomething()
                || !transaction.interruptions().isEmpty();
    }

    private void add(SymbolicTransaction transaction) {
        List<SymbolicTransaction> parts = transaction.untilCalls();
        areNone &= parts.isEmpty();
        all.addAll(parts);
        all.add(transaction);
    }

    /** Returns whether unknown code is never called where it could change the state. */
    boolean areNone() {
        return areNone;
    }

    /** All parts of transactions between two moments at which a lemma must hold. */
    List<SymbolicTransaction> all() {
        return List.copyOf(all);
    }
}
