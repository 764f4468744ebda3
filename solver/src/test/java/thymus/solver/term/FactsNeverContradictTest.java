package thymus.solver.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Facts that hold of some values decide nothing that those values deny. */
class FactsNeverContradictTest {
    private static final Interval RANGE = Interval.of(BigInteger.valueOf(-20), BigInteger.valueOf(40));

    /** That a quotient is not zero is told by its dividend: facts once went around in a circle there. */
    @Example
    void aQuotientThatIsNotZero() {
        decisionsAndRangesAndSimplifications(7_723_211);
    }

    @Property(tries = 5_000)
    void decisionsAndRangesAndSimplifications(@ForAll long seed) {
        Random random = new Random(seed);
        Terms terms = new Terms();
        List<IntTerm> symbols = new ArrayList<>();
        Map<String, BigInteger> values = new java.util.HashMap<>();
        for (int i = 0; i < 4; i++) {
            symbols.add(terms.symbol("s" + i, RANGE));
            values.put("s" + i, BigInteger.valueOf(random.nextInt(61) - 20));
        }
        TermEvaluator evaluator = new TermEvaluator(values);
        PathFacts facts = PathFacts.none(terms);
        for (int i = 0; i < 5; i++) {
            BoolTerm fact = condition(terms, symbols, random, 2);
            facts = facts.assume(evaluator.truth(fact) ? fact : terms.not(fact));
            assertFalse(facts.isContradictory());
        }
        Simplifier simplifier = new Simplifier(terms, facts);
        for (int i = 0; i < 5; i++) {
            BoolTerm condition = condition(terms, symbols, random, 2);
            boolean truth = evaluator.truth(condition);
            facts.decide(condition).ifPresent(decided -> assertEquals(truth, decided));
            assertEquals(truth, evaluator.truth(simplifier.simplify(condition)));
            assertEquals(!truth, evaluator.truth(terms.not(condition)));
            IntTerm number = number(terms, symbols, random, 3);
            assertTrue(facts.range(number).contains(evaluator.value(number)));
            assertEquals(evaluator.value(number), evaluator.value(simplifier.simplify(number)));
        }
    }

    private static IntTerm number(Terms terms, List<IntTerm> symbols, Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextInt(3) == 0
                    ? terms.constant(random.nextInt(41) - 20)
                    : symbols.get(random.nextInt(symbols.size()));
        }
        IntTerm a = number(terms, symbols, random, depth - 1);
        IntTerm b = number(terms, symbols, random, depth - 1);
        IntTerm divisor = terms.constant(1 + random.nextInt(16));
        return switch (random.nextInt(7)) {
            case 0 -> terms.add(a, b);
            case 1 -> terms.subtract(a, b);
            case 2 -> terms.multiply(a, b);
            case 3 -> terms.scale(a, BigInteger.valueOf(random.nextInt(33) - 16));
            case 4 -> terms.divide(a, divisor, Ranges.NATURAL);
            case 5 -> terms.modulo(a, divisor, Ranges.NATURAL);
            default -> terms.choose(condition(terms, symbols, random, depth - 1), a, b);
        };
    }

    private static BoolTerm condition(Terms terms, List<IntTerm> symbols, Random random, int depth) {
        IntTerm a = number(terms, symbols, random, depth);
        IntTerm b = number(terms, symbols, random, depth);
        if (depth == 0) {
            return random.nextBoolean() ? terms.less(a, b) : terms.equal(a, b);
        }
        return switch (random.nextInt(5)) {
            case 0 -> terms.less(a, b);
            case 1 -> terms.equal(a, b);
            case 2 ->
                terms.and(condition(terms, symbols, random, depth - 1), condition(terms, symbols, random, depth - 1));
            case 3 ->
                terms.or(condition(terms, symbols, random, depth - 1), condition(terms, symbols, random, depth - 1));
            default -> terms.not(condition(terms, symbols, random, depth - 1));
        };
    }
}
