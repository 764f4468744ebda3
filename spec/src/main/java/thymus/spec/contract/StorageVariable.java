package thymus.spec.contract;

import java.math.BigInteger;

/**
 * A state variable, or a member of a struct.
 *
 * @param slot the slot in the contract's storage, or relative to the struct
 * @param offset in bytes from the low end of the slot
 */
public record StorageVariable(String name, BigInteger slot, int offset, StorageType type) {}
