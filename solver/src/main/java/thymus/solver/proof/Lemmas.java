package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.term.BoolTerm;

/**
 * Candidates that are inductive together.
 *
 * @param hypotheses each lemma in the arbitrary state
 * @param resumed each lemma in the states in which a transaction resumes after unknown code; empty if it was proved
 *     only between transactions
 * @param proofs the queries that prove them inductive, built when they are asked for: most attempts at a proof need
 *     none
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

        /** The claim of a lemma about a state in the middle of a step in which code that nobody knows enters. */
        BoolTerm entering(SymbolicTransaction entry);
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

    /**
     * The hypotheses for an entry of unknown code in the middle of a step, at the places of the lemmas.
     *
     * @param nothing stands for a lemma that was proved only between transactions
     */
    List<BoolTerm> ofEntry(SymbolicTransaction entry, BoolTerm nothing) {
        return resumed.stream()
                .map(lemma -> lemma.map(r -> r.entering(entry)).orElse(nothing))
                .toList();
    }

    /** Whether a lemma holds in the middle of a step too, where unknown code enters. */
    boolean holdsAtEntries(int lemma) {
        return resumed.get(lemma).isPresent();
    }

    /**
     * Those that hold where unknown code begins and returns too. An entry within a transaction begins in a state of
     * which the others may be false.
     */
    Lemmas atCalls() {
        List<Integer> chosen = IntStream.range(0, kept.size())
                .filter(i -> resumed.get(i).isPresent())
                .boxed()
                .toList();
        return new Lemmas(
                chosen.stream().map(kept::get).toList(),
                chosen.stream().map(hypotheses::get).toList(),
                chosen.stream().map(resumed::get).toList(),
                proofs);
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
