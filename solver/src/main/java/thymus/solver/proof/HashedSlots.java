package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thymus.contracts.layout.Preimages;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.Region;

/** Inverts the hashes of mapping keys that executions have computed. */
final class HashedSlots {
    /** The members of a struct or array in a mapping are within 2^32 slots of the hash. No other hash is that near. */
    private static final BigInteger REACH = BigInteger.TWO.pow(32);

    private final TreeMap<BigInteger, Preimages.Element> elements = new TreeMap<>();
    private final FieldLayout layout;

    HashedSlots(List<Preimages.Element> elements, FieldLayout layout) {
        this.layout = layout;
        elements.forEach(element -> this.elements.put(element.slot(), element));
    }

    /**
     * The location of a slot.
     *
     * @param root the slot number from which the chain of hashes begins
     */
    record Place(Region region, List<BigInteger> keys, BigInteger root) {}

    Place place(String contract, BigInteger slot) {
        Map.Entry<BigInteger, Preimages.Element> nearest = elements.floorEntry(slot);
        if (nearest == null || slot.subtract(nearest.getKey()).compareTo(REACH) >= 0) {
            return inside(Region.plain(contract, BigInteger.ZERO), List.of(), slot, slot);
        }
        Place base = place(contract, nearest.getValue().mapping());
        List<BigInteger> keys = new ArrayList<>(base.keys());
        keys.add(nearest.getValue().key());
        return inside(base.region().mappingInside(), keys, slot.subtract(nearest.getKey()), base.root());
    }

    /** The slot that lies so many slots behind the beginning of a region, in arrays of fixed length or not. */
    private Place inside(Region beginning, List<BigInteger> keys, BigInteger slots, BigInteger root) {
        Optional<FieldLayout.Run> run = layout.runAt(beginning, slots);
        if (run.isEmpty()) {
            return new Place(beginning.plus(slots), keys, root);
        }
        BigInteger[] index =
                slots.subtract(run.get().first()).divideAndRemainder(run.get().stride());
        return element(beginning.plus(run.get().first()).fixedInside(run.get().stride()), keys, index, root);
    }

    private Place element(Region elements, List<BigInteger> keys, BigInteger[] index, BigInteger root) {
        List<BigInteger> more = new ArrayList<>(keys);
        more.add(index[0]);
        return inside(elements, more, index[1], root);
    }

    /** The slot that lies so many slots behind the first element of a dynamic array. */
    Place element(Place array, BigInteger slots) {
        BigInteger[] index = slots.divideAndRemainder(layout.stride(array.region()));
        return element(array.region().arrayInside(), array.keys(), index, array.root());
    }
}
