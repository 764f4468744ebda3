package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * The numbers and truth values of one semantics: {@link BigInteger} and {@link Boolean} for the fuzzer, terms for the
 * prover. Integers are mathematical in both.
 *
 * @param <I> integers; addresses and bytesN values are the unsigned numbers that they spell, and truth values of
 *     contracts are 0 and 1
 * @param <B> truth values
 */
public interface Algebra<I, B> {
    I integer(BigInteger value);

    B truth(boolean value);

    I add(I left, I right);

    I subtract(I left, I right);

    I multiply(I left, I right);

    /** Floor division. The implementation decides how a zero divisor makes the property an error. */
    I divide(I left, I right);

    /** {@code left - right * divide(left, right)}. */
    I modulo(I left, I right);

    B less(I left, I right);

    B lessOrEqual(I left, I right);

    /** The equality of two numbers. */
    B equal(I left, I right);

    /** The equality of two values that are not numbers, such as addresses. */
    default B same(I left, I right) {
        return equal(left, right);
    }

    B not(B operand);

    /** Evaluates the right side only if the left one is true, because a view may revert there. */
    B and(B left, Supplier<B> right);

    /** Evaluates the right side only if the left one is false. */
    B or(B left, Supplier<B> right);

    /** Evaluates only the branch that is taken. */
    I choose(B condition, Supplier<I> then, Supplier<I> otherwise);

    /** Like {@link #choose}, between truth values. */
    default B decide(B condition, Supplier<B> then, Supplier<B> otherwise) {
        return or(and(condition, then), () -> and(not(condition), otherwise));
    }
}
