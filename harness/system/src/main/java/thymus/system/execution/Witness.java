package thymus.system.execution;

import java.math.BigInteger;

/**
 * A value of a variable that {@code forall} binds, for which the body is to be false. A run judges a {@code forall}
 * only at values that it has seen, and a solver finds others.
 *
 * @param variable its name in the specification
 */
public record Witness(String variable, BigInteger value) {}
