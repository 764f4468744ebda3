package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.EveryTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Replacer;
import thymus.solver.term.Simplifier;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;

/**
 * Branching programs of word operations, each on terms along all its paths and on known words along one. The paths
 * share a table of terms, as those of a proof do: what one learns must not show in what another one finds there.
 */
@Tag("integration")
class PathsThatShareTermsTest {
    private static final int CASES = Boolean.getBoolean("thymus.long") ? 1_000_000 : 20_000;
    private static final int INPUTS = 2;
    private static final int SAMPLES = 4;

    @Test
    void agreeWithWordsOnEveryInput() {
        for (long seed = 0; seed < CASES; seed++) {
            check(new ProgramCase(seed));
        }
    }

    static void check(ProgramCase example) {
        Map<String, BigInteger> values = Map.of();
        try {
            for (int i = 0; i < INPUTS; i++) {
                values = example.values();
                agrees(example, values);
                if (i == 0) {
                    replaced(example, values);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nwhere " + values + "\n" + example, e);
        }
    }

    private static void agrees(ProgramCase example, Map<String, BigInteger> values) {
        TermEvaluator meaning = ProgramCase.meaning(values);
        WordRun expected =
                new WordRun(example.inputs.words.stream().map(meaning::value).toList(), example.program);
        List<SymbolicRun.End> possible = example.possible(meaning);
        assertEquals(
                List.of(expected.turns),
                possible.stream().map(SymbolicRun.End::turns).toList(),
                "paths that are possible");
        SymbolicRun.End end = possible.getFirst();
        for (int i = 0; i < expected.registers.size(); i++) {
            IntTerm term = end.registers().get(i);
            BigInteger value = expected.registers.get(i);
            assertEquals(value, meaning.value(term), "register " + i);
            assertTrue(end.facts().range(term).contains(value), "range on the path: register " + i);
        }
        // Every term that any path made, on inputs that are not its own: a range is true of all inputs.
        EveryTerm all = EveryTerm.of(example.terms);
        all.integers().forEach(meaning::value);
        // What a path knows, of terms that it may never have seen.
        Simplifier simplifier = new Simplifier(example.terms, end.facts());
        for (int i = 0; i < SAMPLES; i++) {
            number(all.integers().get(example.random.nextInt(all.integers().size())), simplifier, meaning);
            if (!all.truths().isEmpty()) {
                truth(all.truths().get(example.random.nextInt(all.truths().size())), simplifier, meaning);
            }
        }
    }

    private static void number(IntTerm term, Simplifier simplifier, TermEvaluator meaning) {
        if (!meaning.isUnconstrained(term)) {
            BigInteger value = meaning.value(term);
            assertTrue(simplifier.facts().range(term).contains(value), () -> "range of " + term);
            assertEquals(value, meaning.value(simplifier.simplify(term)), () -> "" + term);
        }
    }

    private static void truth(BoolTerm term, Simplifier simplifier, TermEvaluator meaning) {
        if (!meaning.isUnconstrained(term)) {
            boolean truth = meaning.truth(term);
            simplifier.facts().decide(term).ifPresent(decided -> assertEquals(truth, decided, () -> "" + term));
            assertEquals(truth, meaning.truth(simplifier.simplify(term)), () -> "" + term);
            assertEquals(!truth, meaning.truth(simplifier.terms().not(term)), () -> "not " + term);
        }
    }

    /** As unrolling does: unknowns of the state become what they are there, also in terms of paths that end before. */
    private static void replaced(ProgramCase example, Map<String, BigInteger> values) {
        Terms terms = example.terms;
        Map<String, BigInteger> changed = new HashMap<>(values);
        Replacer replacer =
                new Replacer(terms, new Constants(terms, example.inputs.some(values, example.random, changed)));
        TermEvaluator meaning = ProgramCase.meaning(changed);
        for (SymbolicRun.End end : example.ends()) {
            List<BoolTerm> conditions =
                    end.conditions().stream().map(replacer::replace).toList();
            List<IntTerm> registers = replacer.replaceAll(end.registers());
            boolean possible = end.conditions().stream().allMatch(meaning::truth);
            assertEquals(possible, conditions.stream().allMatch(meaning::truth), "replaced conditions");
            if (!possible) {
                continue;
            }
            PathFacts facts = PathFacts.none(terms);
            for (BoolTerm condition : conditions) {
                facts = facts.assume(condition);
            }
            assertFalse(facts.isContradictory(), "replaced conditions");
            Simplifier simplifier = new Simplifier(terms, facts);
            for (int i = 0; i < registers.size(); i++) {
                BigInteger value = meaning.value(end.registers().get(i));
                assertEquals(value, meaning.value(registers.get(i)), "replaced register " + i);
                assertEquals(value, meaning.value(simplifier.simplify(registers.get(i))), "simplified register " + i);
            }
        }
    }

    private record Constants(Terms terms, Map<String, BigInteger> values) implements Replacer.Unknowns {
        @Override
        public IntTerm symbol(IntTerm.Symbol symbol) {
            return values.containsKey(symbol.name()) ? terms.constant(values.get(symbol.name())) : symbol;
        }

        @Override
        public IntTerm apply(IntTerm.Apply apply, List<IntTerm> arguments) {
            return terms.apply(apply.function(), arguments);
        }
    }
}
