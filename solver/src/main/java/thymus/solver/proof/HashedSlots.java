package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import thymus.contracts.layout.Preimages;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.Region;
import thymus.solver.state.SlotReader;

/** Inverts the hashes of mapping keys that executions have computed. */
final class HashedSlots {
    /** The members of a struct or array in a mapping are within 2^32 slots of the hash. No other hash is that near. */
    private static final BigInteger REACH = BigInteger.TWO.pow(32);

    private final TreeMap<BigInteger, Preimages.Element> elements = new TreeMap<>();
    private final FieldLayout layout;

    private final Predicate<String> hasNoMapping;

    /** @param hasNoMapping whether a contract's variables are known, and none is or holds a mapping */
    HashedSlots(List<Preimages.Element> elements, FieldLayout layout, Predicate<String> hasNoMapping) {
        this.layout = layout;
        this.hasNoMapping = hasNoMapping;
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
        BigInteger key = nearest.getValue().key();
        BigInteger mapping = nearest.getValue().mapping();
        BigInteger further = slot.subtract(nearest.getKey());
        if (SlotReader.SMALL.contains(mapping) && hasNoMapping.test(contract)) {
            return new Place(Region.hashed(contract).plus(further), List.of(key, mapping), mapping);
        }
        Place base = place(contract, mapping);
        List<BigInteger> keys = new ArrayList<>(base.keys());
        keys.add(key);
        return inside(base.region().mappingInside(), keys, further, base.root());
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
