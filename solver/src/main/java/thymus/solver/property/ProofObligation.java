package thymus.solver.property;

import java.util.List;
import java.util.Optional;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;

/**
 * A proof obligation of a transaction.
 *
 * @param conditions the conditions of the claim besides the path condition
 * @param trigger the condition under which the claim is not vacuous; empty: always
 * @param claim the claim, including that all values in it exist
 * @param names the values that the trigger binds, at which quantified lemmas are instantiated
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
