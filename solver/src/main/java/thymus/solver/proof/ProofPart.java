package thymus.solver.proof;

import java.util.List;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.ProofObligation;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.term.BoolTerm;
import thymus.spec.tree.Property;

/**
 * A transaction, or a part of one, that an induction has to clear.
 *
 * @param isEntry whether it is an entry of code that nobody knows in the middle of a step
 * @param isRound whether it is a transaction up to the end of a round of a loop
 */
record ProofPart(SymbolicTransaction transaction, boolean isEntry, boolean isRound) {
    /** Whether it is the middle of a step, of which no sequence of steps can be shown. */
    boolean isInside() {
        return isEntry || isRound;
    }

    List<ProofObligation> goals(Property property, ObligationGenerator reader) {
        return isEntry
                ? reader.goalsOfEntry((Property.Rule) property, transaction)
                : reader.goals(property, transaction);
    }

    /**
     * What the lemmas say where it begins, at their places.
     *
     * @param nothing stands for a lemma that need not hold there
     */
    List<BoolTerm> given(Lemmas lemmas, BoolTerm nothing) {
        return isEntry ? lemmas.ofEntry(transaction, nothing) : lemmas.at(transaction);
    }
}
