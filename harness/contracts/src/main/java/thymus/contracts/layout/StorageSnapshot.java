package thymus.contracts.layout;

import java.math.BigInteger;

/** The storage of one contract in one state: from slots to words, both unsigned 256-bit numbers. */
@FunctionalInterface
public interface StorageSnapshot {
    /** The word of a slot; zero if it was never written. */
    BigInteger at(BigInteger slot);
}
