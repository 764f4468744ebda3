package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.Optional;

/**
 * One of the two groups, computed by the native library blst. Points may be any points of the curve, of which the group
 * is a subset. Every method can throw a {@link LinkageError} if the library cannot be loaded.
 *
 * @param <P> blst's point type; operations change a point in place, so each object is used once
 */
public interface Group<P> {
    /** The order of both groups. */
    BigInteger ORDER = new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

    /** The length of an encoded point, in bytes. */
    int bytes();

    /** The neutral element. */
    P infinity();

    /** Decodes a point (EIP-2537), where zeros encode infinity; empty if it is not on the curve. */
    Optional<P> decode(byte[] input, int at);

    byte[] encode(P point);

    /** Returns whether the point of the curve is in the group. */
    boolean contains(P point);

    /** The sum of two points of the curve. */
    P add(P x, P y);

    /** @param point of the group */
    P multiply(P point, BigInteger factor);

    /** The point of the group to which an encoded field element maps; empty if the encoding is invalid. */
    Optional<P> map(byte[] input);
}
