package thymus.evm.precompile;

import java.util.Optional;

/** A precompiled contract. */
public interface Precompile {
    /** The empty output of a call that succeeds. */
    byte[] NOTHING = new byte[0];

    /** The gas of the call; {@link Long#MAX_VALUE} if no gas could pay for it. */
    long gas(byte[] input);

    /**
     * The output; empty if the call fails, which consumes all its gas.
     *
     * @throws UnsupportedPrecompileException if it needs a native library that cannot be loaded on this platform
     */
    Optional<byte[]> run(byte[] input);

    /** The gas of a call whose price grows with the words of its input. */
    static long perWord(byte[] input, long base, long price) {
        return base + price * ((input.length + 31) / 32);
    }
}
