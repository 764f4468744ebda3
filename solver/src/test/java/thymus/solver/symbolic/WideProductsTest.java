package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Numbers;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** The high word of a product, and its quotient by a word, are recognized in what libraries compute. */
class WideProductsTest {
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);
    private static final int STEPS = 6;

    /** How libraries differ. */
    enum Form {
        OPEN_ZEPPELIN,
        SOLADY
    }

    private final Terms terms = new Terms();
    private final Operands operands = new Operands(terms, new Random(1));
    private final WordArithmetic ops = new WordArithmetic(new Simplifier(terms, operands.facts()));

    private IntTerm symbol(String name, BigInteger low) {
        return terms.symbol(name, Interval.of(low, MODULUS.subtract(BigInteger.ONE)));
    }

    /** Also held against the interpreter wherever the symbols have values. */
    private IntTerm op(Opcode opcode, IntTerm... words) {
        IntTerm result = PureOperations.apply(opcode, ops, words, terms).orElseThrow();
        if (!operands.values.isEmpty()) {
            Word[] known =
                    Arrays.stream(words).map(operands::value).map(Word::of).toArray(Word[]::new);
            BigInteger expected = opcode.operation().orElseThrow().apply(known).toBigInteger();
            assertEquals(expected, operands.value(result), () -> opcode + " where " + operands.values);
        }
        return result;
    }

    private IntTerm high(Form form, IntTerm x, IntTerm y) {
        IntTerm folded = op(Opcode.MULMOD, x, y, terms.constant(MODULUS.subtract(BigInteger.ONE)));
        IntTerm low = op(Opcode.MUL, x, y);
        IntTerm borrow = op(Opcode.LT, folded, low);
        return switch (form) {
            case OPEN_ZEPPELIN -> op(Opcode.SUB, op(Opcode.SUB, folded, low), borrow);
            case SOLADY -> op(Opcode.SUB, folded, op(Opcode.ADD, low, borrow));
        };
    }

    private IntTerm quotient(Form form, IntTerm x, IntTerm y, IntTerm d, int steps) {
        IntTerm high = high(form, x, y);
        IntTerm low = op(Opcode.MUL, y, x);
        IntTerm rest = op(Opcode.MULMOD, x, y, d);
        IntTerm power = op(Opcode.AND, op(Opcode.SUB, terms.zero, d), d);
        IntTerm odd = op(Opcode.DIV, d, power);
        IntTerm complement = op(Opcode.ADD, op(Opcode.DIV, op(Opcode.SUB, terms.zero, power), power), terms.one);
        IntTerm highOfMultiple = op(Opcode.SUB, high, op(Opcode.GT, rest, low));
        IntTerm lowOfMultiple = op(Opcode.DIV, op(Opcode.SUB, low, rest), power);
        IntTerm joined = op(Opcode.OR, op(Opcode.MUL, highOfMultiple, complement), lowOfMultiple);
        IntTerm inverse = op(Opcode.XOR, terms.constant(2), op(Opcode.MUL, odd, terms.constant(3)));
        for (int i = 0; i < steps; i++) {
            IntTerm error = op(Opcode.SUB, terms.constant(2), op(Opcode.MUL, inverse, odd));
            inverse = op(Opcode.MUL, error, inverse);
        }
        return op(Opcode.MUL, inverse, joined);
    }

    @ParameterizedTest
    @EnumSource
    void theHighWordIsTheProductWithoutTheLowOne(Form form) {
        IntTerm x = symbol("x", BigInteger.ZERO);
        IntTerm y = symbol("y", BigInteger.ZERO);
        assertSame(terms.divide(terms.multiply(x, y), terms.constant(MODULUS), IntTerm::range), high(form, x, y));
    }

    @ParameterizedTest
    @EnumSource
    void theQuotientIsThatOfTheProduct(Form form) {
        IntTerm x = symbol("x", BigInteger.ZERO);
        IntTerm y = symbol("y", BigInteger.ZERO);
        IntTerm d = symbol("d", BigInteger.ONE);
        IntTerm quotient = terms.divide(terms.multiply(x, y), d, IntTerm::range);
        assertSame(wrapped(quotient), quotient(form, x, y, d, STEPS));
    }

    /** An odd number, one with a factor of 2^18, and one that is a power of two but for a factor of three. */
    @ParameterizedTest
    @ValueSource(strings = {"7", "1000000000000000000", "3458764513820540928"})
    void theDivisorMayBeKnown(String divisor) {
        IntTerm x = symbol("x", BigInteger.ZERO);
        IntTerm y = symbol("y", BigInteger.ZERO);
        IntTerm d = terms.constant(new BigInteger(divisor));
        IntTerm quotient = terms.divide(terms.multiply(x, y), d, IntTerm::range);
        assertSame(wrapped(quotient), quotient(Form.OPEN_ZEPPELIN, x, y, d, STEPS));
    }

    private IntTerm wrapped(IntTerm term) {
        return terms.modulo(term, terms.constant(MODULUS), IntTerm::range);
    }

    /** With too few steps it is another number; with a divisor of zero too. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whateverIsComputedIsWorthWhatTheEvmSays(@ForAll Random random) {
        IntTerm[] words = new IntTerm[3];
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextInt(4) == 0 ? terms.constant(Numbers.word(random)) : word("x" + i, random);
        }
        Form form = Form.values()[random.nextInt(Form.values().length)];
        quotient(form, words[0], words[1], words[2], random.nextInt(3) == 0 ? random.nextInt(STEPS + 2) : STEPS);
    }

    private IntTerm word(String name, Random random) {
        IntTerm symbol = symbol(name, BigInteger.ZERO);
        operands.values.put(name, random.nextInt(10) == 0 ? BigInteger.ZERO : Numbers.word(random));
        return symbol;
    }
}
