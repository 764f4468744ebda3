package thymus.solver.proof;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** Where the elements of dynamic arrays, and the bytes of long strings, stand: from the hash of their own slot on. */
final class ArrayData {
    private static final BigInteger REACH = BigInteger.TWO.pow(32);

    private final TreeSet<BigInteger> beginnings = new TreeSet<>();

    /** @param slots of a contract that are not zero: an array that has elements has its length in its own slot */
    ArrayData(Set<BigInteger> slots) {
        slots.forEach(slot ->
                beginnings.add(Keccak.hash(Word.of(slot).toBytes32()).toBigInteger()));
    }

    boolean contains(BigInteger slot) {
        BigInteger nearest = beginnings.floor(slot);
        return nearest != null && slot.subtract(nearest).compareTo(REACH) < 0;
    }
}
