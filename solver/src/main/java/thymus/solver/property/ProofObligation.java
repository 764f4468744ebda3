package thymus.solver.property;

import java.util.List;
import java.util.Optional;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;

/**
 * Something to be shown of a transaction.
 *
 * @param conditions under which it is claimed, beside those of the transaction's path
 * @param trigger the condition that makes the claim say anything, for the question whether it ever can; empty: always
 * @param claim holds, and all that it speaks of exists
 * @param names the values that the trigger binds: what is known of all keys is worth assuming of these
 */
public record ProofObligation(
        SymbolicTransaction transaction,
        List<BoolTerm> conditions,
        Optional<BoolTerm> trigger,
        BoolTerm claim,
        List<IntTerm> names) {
    public ProofObligation {
        conditions = List.copyOf(conditions);
        names = List.copyOf(names);
    }

    ProofObligation(
            SymbolicTransaction transaction, List<BoolTerm> conditions, Optional<BoolTerm> trigger, BoolTerm claim) {
        this(transaction, conditions, trigger, claim, List.of());
    }
}
