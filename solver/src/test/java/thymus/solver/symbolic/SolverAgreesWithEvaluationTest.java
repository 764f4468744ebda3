package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SolverFactory;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.EveryTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Subterms;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;

/**
 * Terms as each solver reads them against terms as they are evaluated: where all unknowns are known, both have one
 * value.
 */
class SolverAgreesWithEvaluationTest {
    private static final int CASES = Boolean.getBoolean("thymus.long") ? 10_000 : 200;
    private static final int SAMPLES = 6;
    private static final int EFFORT = 2_000_000;

    private int undecided;

    private static List<SolverFactory> solvers() {
        return Solvers.all();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void everyTermHasItsValueAndNoOther(SolverFactory solver) {
        for (long seed = 0; seed < CASES; seed++) {
            ProgramCase example = new ProgramCase(seed);
            Map<String, BigInteger> values = example.values();
            try {
                check(example, ProgramCase.meaning(values), solver);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\nwhere " + values + "\n" + example, e);
            }
        }
        assertTrue(undecided < CASES / 20, () -> undecided + " queries undecided");
    }

    private void check(ProgramCase example, TermEvaluator meaning, SolverFactory solver) {
        Terms terms = example.terms;
        example.ends();
        EveryTerm all = EveryTerm.of(terms);
        List<BoolTerm> right = new ArrayList<>();
        List<BoolTerm> wrong = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            IntTerm number =
                    all.integers().get(example.random.nextInt(all.integers().size()));
            if (!meaning.isUnconstrained(number)) {
                BoolTerm equal = terms.equal(number, terms.constant(meaning.value(number)));
                right.add(equal);
                wrong.add(terms.not(equal));
            }
            if (!all.truths().isEmpty()) {
                BoolTerm truth =
                        all.truths().get(example.random.nextInt(all.truths().size()));
                if (!meaning.isUnconstrained(truth)) {
                    right.add(meaning.truth(truth) ? truth : terms.not(truth));
                    wrong.add(meaning.truth(truth) ? terms.not(truth) : truth);
                }
            }
        }
        List<BoolTerm> known = known(terms, right, meaning);
        right.addAll(known);
        SmtResult holds = solver.open(EFFORT).check(right);
        if (holds instanceof SmtResult.Satisfiable model) {
            right.forEach(truth -> assertTrue(model.truth(truth), () -> "in the model: " + truth));
        } else {
            assertInstanceOf(SmtResult.Undecided.class, holds, () -> "no value for one of " + right);
            undecided++;
        }
        List<BoolTerm> other = new ArrayList<>(known);
        other.add(terms.or(wrong));
        SmtResult fails = solver.open(EFFORT).check(other);
        if (fails instanceof SmtResult.Undecided) {
            undecided++;
        } else {
            assertEquals(new SmtResult.Unsatisfiable(), fails, () -> "another value for one of " + wrong);
        }
    }

    /** The value of every unknown in the formulas. */
    private static List<BoolTerm> known(Terms terms, List<BoolTerm> formulas, TermEvaluator meaning) {
        Set<Integer> mentioned = Subterms.of(formulas);
        return EveryTerm.of(terms).integers().stream()
                .filter(term -> term instanceof IntTerm.Symbol || term instanceof IntTerm.Apply)
                .filter(term -> mentioned.contains(term.id()))
                .map(term -> terms.equal(term, terms.constant(meaning.value(term))))
                .toList();
    }
}
