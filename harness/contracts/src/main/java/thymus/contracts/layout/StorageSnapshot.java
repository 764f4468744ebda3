package thymus.contracts.layout;

import java.math.BigInteger;

/** The storage of one contract in one state: slot to word, both unsigned 256-bit numbers. */
@FunctionalInterface
public interface StorageSnapshot {
    BigInteger at(BigInteger slot);
}
