package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.term.BoolTerm;

/**
 * Candidates that are inductive together.
 *
 * @param hypotheses what each of them says of the arbitrary state
 * @param obligations what shows that they are inductive: each is unsatisfiable
 */
record Lemmas(List<Candidate> kept, List<BoolTerm> hypotheses, List<List<BoolTerm>> obligations) {
    static final Lemmas NONE = new Lemmas(List.of(), List.of(), List.of());

    Lemmas {
        kept = List.copyOf(kept);
        hypotheses = List.copyOf(hypotheses);
        obligations = List.copyOf(obligations);
    }

    Lemmas and(Lemmas others) {
        return new Lemmas(
                concatenation(kept, others.kept),
                concatenation(hypotheses, others.hypotheses),
                concatenation(obligations, others.obligations));
    }

    private static <T> List<T> concatenation(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
