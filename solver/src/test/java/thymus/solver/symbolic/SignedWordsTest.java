package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** Arithmetic of words that stand for signed numbers keeps the numbers. */
class SignedWordsTest {
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);
    private static final BigInteger LEAST = BigInteger.TWO.pow(63).negate();

    private final Terms terms = new Terms();
    private final WordArithmetic ops = new WordArithmetic(new Simplifier(terms, PathFacts.none(terms)));
    private final IntTerm x = number("x");
    private final IntTerm y = number("y");

    private IntTerm number(String name) {
        return terms.symbol(name, Interval.of(LEAST, LEAST.negate().subtract(BigInteger.ONE)));
    }

    private IntTerm word(IntTerm number) {
        return terms.choose(terms.less(number, terms.zero), terms.add(number, terms.constant(MODULUS)), number);
    }

    @Test
    void aProductIsThatOfNumbers() {
        assertSame(word(terms.multiply(x, y)), ops.multiply(word(x), word(y)));
    }

    @Test
    void aSquareIsNotNegative() {
        assertEquals(
                BigInteger.ZERO, ops.multiply(word(x), word(x)).range().low().orElseThrow());
        assertSame(terms.multiply(x, x), ops.multiply(word(x), word(x)));
    }

    @Test
    void aProductDividedByAFactorIsTheOther() {
        IntTerm quotient = ops.signedDivide(ops.multiply(word(x), word(y)), word(x));
        assertSame(terms.choose(terms.zero(word(x)), terms.zero, word(y)), quotient);
    }

    @Test
    void aNumberThatIsShortEnoughNeedsNoExtension() {
        assertSame(word(x), ops.signExtend(terms.constant(7), word(x)));
    }
}
