package thymus.evm.trace;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * A set of storage slots in 64 bits (Bloom: Space/time trade-offs in hash coding with allowable errors, 1970): where two of
 * them share no bit, the sets share no slot.
 */
public final class Footprint {
    public static final long NOTHING = 0;
    /** Also of what is no slot, such as a balance or code. */
    public static final long EVERYTHING = -1;

    private Footprint() {}

    public static long of(Address account, Word slot) {
        return 1L << (31 * account.hashCode() + slot.hashCode());
    }

    /** Whether what was read is still there after what was written. What reads no slot may still look at code. */
    public static boolean isUntouched(long read, long written) {
        return read != EVERYTHING && written != EVERYTHING && (read & written) == NOTHING;
    }
}
