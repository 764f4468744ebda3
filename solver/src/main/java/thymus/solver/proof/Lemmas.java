package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.term.BoolTerm;

/**
 * Candidates that are inductive together.
 *
 * @param hypotheses each lemma in the arbitrary state
 * @param resumed each lemma in the states in which a transaction resumes after unknown code; empty if it was proved
 *     only between transactions
 * @param proofs the queries that prove them inductive, built when they are asked for: most attempts at a proof need none
 */
record Lemmas(
        List<Candidate> kept,
        List<BoolTerm> hypotheses,
        List<Optional<Resumed>> resumed,
        List<Supplier<List<LemmaObligation>>> proofs) {
    static final Lemmas NONE = new Lemmas(List.of(), List.of(), List.of(), List.of());

    /** The claim of a lemma about the states in which a transaction resumes. */
    interface Resumed {
        BoolTerm of(SymbolicTransaction transaction, BoolTerm hypothesis);
    }

    Lemmas {
        kept = List.copyOf(kept);
        hypotheses = List.copyOf(hypotheses);
        resumed = List.copyOf(resumed);
        proofs = List.copyOf(proofs);
    }

    /** Lemmas that are to be proved only between transactions, and by what uses them. */
    static Lemmas between(List<Candidate> kept, List<BoolTerm> hypotheses) {
        return new Lemmas(
                kept,
                hypotheses,
                kept.stream().map(k -> Optional.<Resumed>empty()).toList(),
                List.of());
    }

    /** The queries that prove them inductive: each is unsatisfiable. */
    List<LemmaObligation> obligations() {
        return proofs.stream().flatMap(proof -> proof.get().stream()).toList();
    }

    /** The hypotheses for a transaction: for the state before, and for the states in which it resumes. */
    List<BoolTerm> at(SymbolicTransaction transaction) {
        if (transaction.interruptions().isEmpty()) {
            return hypotheses;
        }
        List<BoolTerm> all = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            BoolTerm hypothesis = hypotheses.get(i);
            all.add(resumed.get(i).map(r -> r.of(transaction, hypothesis)).orElse(hypothesis));
        }
        return List.copyOf(all);
    }

    Lemmas and(Lemmas others) {
        return new Lemmas(
                concatenation(kept, others.kept),
                concatenation(hypotheses, others.hypotheses),
                concatenation(resumed, others.resumed),
                concatenation(proofs, others.proofs));
    }

    private static <T> List<T> concatenation(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
