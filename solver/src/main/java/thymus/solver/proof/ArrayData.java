package thymus.solver.proof;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** The first slots of dynamic arrays and long strings, which are the hashes of their own slots. */
final class ArrayData {
    private static final BigInteger REACH = BigInteger.TWO.pow(32);
    /** A compiler takes the one of an index less one from the first slot. */
    private static final BigInteger REACH_BEFORE = BigInteger.TWO.pow(16);

    /** The slot of the array's length, by the first slot of its data. */
    private final TreeMap<BigInteger, BigInteger> beginnings = new TreeMap<>();

    /** @param slots the slots that may hold the length of an array */
    ArrayData(Collection<BigInteger> slots) {
        slots.forEach(
                slot -> beginnings.put(Keccak.hash(Word.of(slot).toBytes32()).toBigInteger(), slot));
    }

    /**
     * @param length the slot of the array's length
     * @param first the slot of its first element
     */
    record Data(BigInteger length, BigInteger first) {}

    Optional<Data> at(BigInteger slot) {
        return Optional.ofNullable(beginnings.floorEntry(slot))
                .filter(nearest -> slot.subtract(nearest.getKey()).compareTo(REACH) < 0)
                .map(nearest -> new Data(nearest.getValue(), nearest.getKey()));
    }

    /** The data that begin a little behind the slot. */
    Optional<Data> behind(BigInteger slot) {
        return Optional.ofNullable(beginnings.higherEntry(slot))
                .filter(nearest -> nearest.getKey().subtract(slot).compareTo(REACH_BEFORE) < 0)
                .map(nearest -> new Data(nearest.getValue(), nearest.getKey()));
    }
}
