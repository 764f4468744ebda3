package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.Optional;

/**
 * One of the two groups, computed by the native library blst. Points are those of the whole curve, of which the group is
 * a part. Every method may end in a {@link LinkageError} where the library cannot be loaded.
 *
 * @param <P> blst's points, which its operations change in place: each is used once
 */
public interface Group<P> {
    /** The order of both groups. */
    BigInteger ORDER = new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

    /** Of an encoded point. */
    int bytes();

    P infinity();

    /** Reads the encoding of EIP-2537, in which zeros are infinity; empty where it is not of a point of the curve. */
    Optional<P> decode(byte[] input, int at);

    byte[] encode(P point);

    boolean contains(P point);

    P add(P x, P y);

    /** @param point of the group */
    P multiply(P point, BigInteger factor);

    /** The point of the group to which an encoded field element is mapped; empty where it is none. */
    Optional<P> map(byte[] input);
}
