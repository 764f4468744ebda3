package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * The numbers and truth values of one reading: {@link BigInteger} and {@link Boolean} for the fuzzer, terms for the
 * prover. Integers are mathematical in both.
 *
 * @param <I> integers; addresses and bytesN values are the unsigned numbers they spell, truth values read from a
 *     contract are 0 and 1
 * @param <B> truth values
 */
public interface Algebra<I, B> {
    I integer(BigInteger value);

    B truth(boolean value);

    I add(I left, I right);

    I subtract(I left, I right);

    I multiply(I left, I right);

    /** Floor division; the reading decides how a zero divisor makes the property an error. */
    I divide(I left, I right);

    /** {@code left - right * divide(left, right)}. */
    I modulo(I left, I right);

    B less(I left, I right);

    B lessOrEqual(I left, I right);

    /** Of two numbers. */
    B equal(I left, I right);

    /** Equality of two values that are no numbers, such as addresses. */
    default B same(I left, I right) {
        return equal(left, right);
    }

    B not(B operand);

    /** The right side is read only where the left one is true: a view that would revert there is no error. */
    B and(B left, Supplier<B> right);

    /** The right side is read only where the left one is false. */
    B or(B left, Supplier<B> right);

    /** Each branch is read only where it is taken. */
    I choose(B condition, Supplier<I> then, Supplier<I> otherwise);

    /** As {@link #choose}, between truth values. */
    default B decide(B condition, Supplier<B> then, Supplier<B> otherwise) {
        return or(and(condition, then), () -> and(not(condition), otherwise));
    }
}
