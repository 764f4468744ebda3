package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** The symbolic reading of the pure opcodes against the interpreter's. */
class WordsAgreeWithInterpreterTest {
    private static final List<Opcode> PURE = Arrays.stream(Opcode.values())
            .filter(o -> o.operation().isPresent())
            .toList();
    /** What compilers write between tests of overflow, masks and shifts. */
    private static final List<Opcode> FREQUENT = List.of(
            Opcode.MUL,
            Opcode.DIV,
            Opcode.EQ,
            Opcode.ISZERO,
            Opcode.AND,
            Opcode.OR,
            Opcode.SHL,
            Opcode.SHR,
            Opcode.ADD,
            Opcode.SUB,
            Opcode.LT,
            Opcode.NOT,
            Opcode.MOD);

    @Test
    void readsEveryPureOpcode() {
        for (Opcode opcode : PURE) {
            assertTrue(PureOperations.contains(opcode), opcode::name);
        }
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void oneOperation(@ForAll Random random) {
        Opcode opcode = PURE.get(random.nextInt(PURE.size()));
        long shape = random.nextLong();
        Terms terms = new Terms();
        // What one path knows must not stay in the terms that another path makes.
        for (int run = 0; run < 2; run++) {
            Operands operands = new Operands(terms, random);
            IntTerm[] words = words(opcode.pops(), operands, new Random(shape));
            int facts = random.nextInt(4);
            for (int i = 0; i < facts; i++) {
                operands.learn(words[random.nextInt(words.length)], words[random.nextInt(words.length)]);
            }
            assertFalse(operands.facts().isContradictory());
            apply(opcode, words, operands, new WordArithmetic(new Simplifier(terms, operands.facts())));
        }
    }

    private static IntTerm[] words(int count, Operands operands, Random shape) {
        IntTerm[] words = new IntTerm[count];
        for (int i = 0; i < count; i++) {
            words[i] = i > 0 && shape.nextInt(8) == 0 ? words[0] : operands.word("x" + i, shape);
        }
        return words;
    }

    private static IntTerm apply(Opcode opcode, IntTerm[] words, Operands operands, WordArithmetic ops) {
        Word[] known = Arrays.stream(words).map(operands::value).map(Word::of).toArray(Word[]::new);
        BigInteger expected = opcode.operation().orElseThrow().apply(known).toBigInteger();
        IntTerm result =
                PureOperations.apply(opcode, ops, words, operands.terms).orElseThrow();
        assertEquals(
                expected,
                operands.value(result),
                () -> opcode + " of " + Arrays.toString(words) + " = " + Arrays.toString(known) + " is read as "
                        + result + " where " + operands.values);
        assertTrue(WordArithmetic.WORD.contains(operands.value(result)));
        return result;
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void severalOperationsInARow(@ForAll Random random) {
        long shape = random.nextLong();
        Terms terms = new Terms();
        for (int run = 0; run < 2; run++) {
            Operands operands = new Operands(terms, random);
            Random program = new Random(shape);
            List<IntTerm> pool = new ArrayList<>(List.of(words(3, operands, program)));
            if (run == 0 && random.nextBoolean()) {
                operands.learn(pool.get(0), pool.get(1));
            }
            WordArithmetic ops =
                    new WordArithmetic(new Simplifier(terms, run == 0 ? operands.facts() : PathFacts.none(terms)));
            for (int i = 0; i < 6; i++) {
                Opcode opcode = FREQUENT.get(program.nextInt(FREQUENT.size()));
                IntTerm[] taken = new IntTerm[opcode.pops()];
                for (int k = 0; k < taken.length; k++) {
                    taken[k] = pool.get(program.nextInt(pool.size()));
                }
                pool.add(apply(opcode, taken, operands, ops));
            }
        }
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void possibleBitsMissNone(@ForAll Random random) {
        Operands operands = new Operands(new Terms(), random);
        IntTerm word = operands.word("x", random);
        if (random.nextBoolean()) {
            operands.learn(word, word);
        }
        WordArithmetic ops = new WordArithmetic(new Simplifier(operands.terms, operands.facts()));
        IntTerm masked = random.nextBoolean()
                ? word
                : ops.bits().and(word, operands.terms.constant(operands.value(operands.word("m", random))));
        BigInteger bits = new PossibleBits(operands.terms, operands.facts()::range).of(masked);
        assertEquals(
                BigInteger.ZERO,
                operands.value(masked).andNot(bits),
                () -> bits.toString(16) + " misses a bit of " + masked + " where " + operands.values);
    }

    /** A choice that yields zero for a reason of its own is no guarded division. */
    @Test
    void aFlagBesideAnOverflowTestIsKept() {
        Terms terms = new Terms();
        WordArithmetic ops = new WordArithmetic(new Simplifier(terms, PathFacts.none(terms)));
        IntTerm x = terms.symbol("x", Interval.of(BigInteger.ONE, WordArithmetic.MODULUS.subtract(BigInteger.ONE)));
        IntTerm y = terms.symbol("y", WordArithmetic.WORD);
        IntTerm flag = terms.symbol("flag", WordArithmetic.WORD);
        IntTerm quotient = terms.choose(terms.zero(flag), terms.zero, ops.divide(ops.multiply(x, y), x));
        IntTerm same = ops.equal(quotient, y);
        var values = java.util.Map.of("x", BigInteger.TWO, "y", BigInteger.TEN, "flag", BigInteger.ZERO);
        assertEquals(BigInteger.ZERO, new thymus.solver.term.TermEvaluator(values).value(same));
    }
}
