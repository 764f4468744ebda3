package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * Finds the names of raw slots: {@code shares[alice]}, {@code pool.bucket.tokens}. It is built for one state of one
 * contract, by a walk over its variables and all elements that the preimages show.
 */
public final class StorageNamer {
    /** The assumed maximum length of dynamic arrays, in slots. */
    private static final BigInteger REACH = BigInteger.ONE.shiftLeft(64);

    private static final int MOST_REGIONS = 200_000;
    private static final int MOST_ELEMENTS = 1024;
    private static final AbiType WORD = new AbiType.FixedBytes(AbiWord.SIZE);
    private static final AbiType NUMBER = new AbiType.UInt(256);

    /** A value with a name; a slot without a variable is named by its number. */
    public record Named(String name, StoragePlace location, AbiType type) {
        private Named(String name, BigInteger slot, AbiType type) {
            this(name, new StoragePlace(slot, 0, new StorageType.Value(type, AbiWord.SIZE)), type);
        }
    }

    /** A value, or the elements of an array with their first slot. */
    private record Region(String name, StoragePlace location, BigInteger slots, boolean elements) {}

    private final Preimages preimages;
    private final AbiText text;
    private final StorageSnapshot slots;
    private final SlotHash hash = new SlotHash();
    private final TreeMap<BigInteger, List<Region>> regions = new TreeMap<>();
    private int count;

    /**
     * Builds the names.
     *
     * @param layout of the contract, empty if it is not known
     * @param text renders keys
     */
    public StorageNamer(List<StorageVariable> layout, Preimages preimages, StorageSnapshot slots, AbiText text) {
        this.preimages = preimages;
        this.slots = slots;
        this.text = text;
        layout.forEach(variable -> walk(variable.name(), StoragePlace.of(variable)));
    }

    /** Every value that shares the slot, from the low end; never empty. */
    public List<Named> at(BigInteger slot) {
        List<Named> names = new ArrayList<>();
        Map.Entry<BigInteger, List<Region>> floor = regions.floorEntry(slot);
        if (floor != null) {
            floor.getValue().stream()
                    .filter(r -> slot.subtract(r.location().slot()).compareTo(r.slots()) < 0)
                    .forEach(r -> {
                        if (r.elements()) {
                            elements(r.name(), r.location(), slot, names);
                        } else {
                            collect(r.name(), r.location(), slot, names);
                        }
                    });
        }
        if (names.isEmpty()) {
            names.add(new Named("slot 0x" + slot.toString(16), slot, WORD));
        }
        return names;
    }

    private void walk(String name, StoragePlace location) {
        switch (location.type()) {
            case StorageType.Value ignored -> add(name, location, BigInteger.ONE, false);
            case StorageType.Struct struct ->
                struct.members().forEach(m -> walk(name + "." + m.name(), location.member(m)));
            case StorageType.Mapping mapping ->
                preimages
                        .of(location.slot())
                        .forEach(e -> walk(
                                name + "[" + key(mapping.key(), e.key()) + "]",
                                new StoragePlace(e.slot(), 0, mapping.value())));
            case StorageType.FixedArray array -> array(name, location, array.slots(), array.length(), array.element());
            case StorageType.DynamicArray array -> {
                add(name, location, BigInteger.ONE, false);
                array(
                        name,
                        new StoragePlace(hash.ofArray(location.slot()), 0, array),
                        REACH,
                        slots.at(location.slot()),
                        array.element());
            }
            case StorageType.ByteString ignored -> {
                add(name, location, BigInteger.ONE, false);
                add(
                        name + " (contents)",
                        new StoragePlace(hash.ofArray(location.slot()), 0, location.type()),
                        REACH,
                        false);
            }
        }
    }

    private void array(String name, StoragePlace first, BigInteger size, BigInteger length, StorageType element) {
        if (isFlat(element)) {
            add(name, first, size, true);
            return;
        }
        for (int i = 0; i < MOST_ELEMENTS && BigInteger.valueOf(i).compareTo(length) < 0; i++) {
            walk(name + "[" + i + "]", StoragePlace.element(first.slot(), element, BigInteger.valueOf(i)));
        }
    }

    /** Returns whether the value is in successive slots only. */
    private static boolean isFlat(StorageType type) {
        return switch (type) {
            case StorageType.Value ignored -> true;
            case StorageType.Struct struct -> struct.members().stream().allMatch(m -> isFlat(m.type()));
            case StorageType.FixedArray array -> isFlat(array.element());
            case StorageType.Mapping _, StorageType.DynamicArray _, StorageType.ByteString _ -> false;
        };
    }

    private void add(String name, StoragePlace location, BigInteger size, boolean elements) {
        if (count++ < MOST_REGIONS) {
            regions.computeIfAbsent(location.slot(), s -> new ArrayList<>(2))
                    .add(new Region(name, location, size, elements));
        }
    }

    /** Collects the values that are in the slot. */
    private void collect(String name, StoragePlace location, BigInteger slot, List<Named> into) {
        switch (location.type()) {
            case StorageType.Value value -> into.add(new Named(name, location, value.type()));
            case StorageType.Struct struct ->
                struct.members().stream()
                        .filter(m -> covers(location.member(m), slot))
                        .forEach(m -> collect(name + "." + m.name(), location.member(m), slot, into));
            case StorageType.FixedArray ignored -> elements(name, location, slot, into);
            case StorageType.DynamicArray ignored -> into.add(new Named(name + ".length", slot, NUMBER));
            case StorageType.ByteString ignored -> into.add(new Named(name, slot, WORD));
            case StorageType.Mapping ignored -> {}
        }
    }

    private void elements(String name, StoragePlace array, BigInteger slot, List<Named> into) {
        StorageType element = array.type() instanceof StorageType.FixedArray fixed
                ? fixed.element()
                : ((StorageType.DynamicArray) array.type()).element();
        int perSlot = element instanceof StorageType.Value value ? AbiWord.SIZE / value.bytes() : 1;
        BigInteger index =
                slot.subtract(array.slot()).divide(StoragePlace.slots(element)).multiply(BigInteger.valueOf(perSlot));
        for (int i = 0; i < perSlot; i++, index = index.add(BigInteger.ONE)) {
            if (!(array.type() instanceof StorageType.FixedArray fixed) || index.compareTo(fixed.length()) < 0) {
                collect(name + "[" + index + "]", StoragePlace.element(array.slot(), element, index), slot, into);
            }
        }
    }

    private String key(AbiType type, BigInteger word) {
        try {
            return text.of(type, AbiValue.of(AbiWord.fromWord(type, word)));
        } catch (AbiException | IllegalArgumentException e) {
            return "0x" + word.toString(16);
        }
    }

    private static boolean covers(StoragePlace location, BigInteger slot) {
        BigInteger distance = slot.subtract(location.slot());
        return distance.signum() >= 0 && distance.compareTo(StoragePlace.slots(location.type())) < 0;
    }
}
