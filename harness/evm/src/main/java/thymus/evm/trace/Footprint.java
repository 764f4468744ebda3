package thymus.evm.trace;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * A set of storage slots in 64 bits (Bloom: Space/time trade-offs in hash coding with allowable errors, 1970). If two
 * footprints share no bit, the sets share no slot.
 */
public final class Footprint {
    public static final long NOTHING = 0;
    /** All slots. Also used for state that is not a slot, such as a balance or code. */
    public static final long EVERYTHING = -1;

    private Footprint() {}

    public static long of(Address account, Word slot) {
        return 1L << (31 * account.hashCode() + slot.hashCode());
    }

    /** Returns whether the writes leave the reads unchanged. A reader of no slot may still read code. */
    public static boolean isUntouched(long read, long written) {
        return read != EVERYTHING && written != EVERYTHING && (read & written) == NOTHING;
    }
}
