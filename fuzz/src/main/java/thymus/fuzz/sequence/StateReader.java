package thymus.fuzz.sequence;

import java.math.BigInteger;

/** Reads the settled state that a system is in. */
@FunctionalInterface
public interface StateReader {
    /**
     * The value of an expression of the language; a truth value is 1 or 0, and an account is its address.
     *
     * @param expression such as {@code vault.total()} or {@code token.balanceOf(alice) / 2}
     * @throws thymus.fuzz.FuzzException if it is no such expression, or has no value in this state
     */
    BigInteger value(String expression);
}
