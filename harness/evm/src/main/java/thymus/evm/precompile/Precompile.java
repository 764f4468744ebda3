package thymus.evm.precompile;

import java.util.Optional;

/** A contract that the protocol itself computes. */
public interface Precompile {
    /** The output of a call that succeeds and says nothing. */
    byte[] NOTHING = new byte[0];

    /** What the call costs; {@link Long#MAX_VALUE} where no gas could pay for it. */
    long gas(byte[] input);

    /**
     * The output; empty where the call fails, which takes all gas.
     *
     * @throws UnsupportedPrecompileException where it needs a native library that this platform cannot load
     */
    Optional<byte[]> run(byte[] input);

    /** Costs that grow with the words of input. */
    static long perWord(byte[] input, long base, long price) {
        return base + price * ((input.length + 31) / 32);
    }
}
