package thymus.harness.evm;

import java.util.Optional;

/** A contract that the protocol itself computes. */
interface Precompile {
    /** What the call costs; {@link Long#MAX_VALUE} where no gas could pay for it. */
    long gas(byte[] input);

    /** The output; empty where the call fails, which takes all gas. */
    Optional<byte[]> run(byte[] input);

    /** Costs that grow with the words of input. */
    static long perWord(byte[] input, long base, long price) {
        return base + price * ((input.length + 31) / 32);
    }
}
