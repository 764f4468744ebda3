package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thymus.contracts.layout.Preimages;
import thymus.solver.state.Region;

/** Inverts the hashes of mapping keys that executions have computed. */
final class HashedSlots {
    /** The members of a struct or array in a mapping are within 2^32 slots of the hash. No other hash is that near. */
    private static final BigInteger REACH = BigInteger.TWO.pow(32);

    private final TreeMap<BigInteger, Preimages.Element> elements = new TreeMap<>();

    HashedSlots(List<Preimages.Element> elements) {
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
            return new Place(Region.plain(contract, slot), List.of(), slot);
        }
        Place base = place(contract, nearest.getValue().mapping());
        List<BigInteger> keys = new ArrayList<>(base.keys());
        keys.add(nearest.getValue().key());
        return new Place(base.region().mappingInside().plus(slot.subtract(nearest.getKey())), keys, base.root());
    }
}
