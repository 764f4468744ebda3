package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import thymus.contracts.layout.Preimages;
import thymus.solver.state.Region;
import thymus.solver.state.SlotReader;

/** Inverts the hashes of mapping keys that executions have computed. */
final class HashedSlots {
    /** The members of a struct or array in a mapping are within 2^32 slots of the hash. No other hash is that near. */
    private static final BigInteger REACH = BigInteger.TWO.pow(32);

    private final TreeMap<BigInteger, Preimages.Element> elements = new TreeMap<>();

    private final Predicate<String> hasNoMapping;

    /** @param hasNoMapping whether a contract's variables are known, and none is or holds a mapping */
    HashedSlots(List<Preimages.Element> elements, Predicate<String> hasNoMapping) {
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
            return new Place(Region.plain(contract, slot), List.of(), slot);
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
        return new Place(base.region().mappingInside().plus(further), keys, base.root());
    }
}
