package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import thymus.spec.contract.StorageType;

/** The bits of storage that places consist of, with all elements of mappings that the preimages show. */
public final class StorageExtent {
    private static final BigInteger WHOLE = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    /** The assumed maximum length of dynamic arrays and texts, in slots. */
    private static final BigInteger REACH = BigInteger.ONE.shiftLeft(64);

    private final Preimages preimages;
    private final SlotHash hash = new SlotHash();
    private final Map<BigInteger, BigInteger> masks = new HashMap<>();
    /** How many whole slots there are, by the first. */
    private final TreeMap<BigInteger, BigInteger> runs = new TreeMap<>();

    /** An extent of nothing yet. */
    public StorageExtent(Preimages preimages) {
        this.preimages = preimages;
    }

    /** Adds all that the place consists of. */
    public void add(StoragePlace place) {
        switch (place.type()) {
            case StorageType.Value value -> {
                BigInteger bits = BigInteger.ONE.shiftLeft(8 * value.bytes()).subtract(BigInteger.ONE);
                mask(place.slot(), bits.shiftLeft(8 * place.offset()));
            }
            case StorageType.Struct struct -> struct.members().forEach(member -> add(place.member(member)));
            case StorageType.Mapping mapping ->
                preimages
                        .of(place.slot())
                        .forEach(element -> add(new StoragePlace(element.slot(), 0, mapping.value())));
            case StorageType.FixedArray array -> {
                run(place.slot(), StoragePlace.slots(array));
                elements(place.slot(), array.element(), array.length());
            }
            case StorageType.DynamicArray array -> {
                mask(place.slot(), WHOLE);
                run(hash.ofArray(place.slot()), REACH);
            }
            case StorageType.ByteString _ -> {
                mask(place.slot(), WHOLE);
                run(hash.ofArray(place.slot()), REACH);
            }
        }
    }

    private void elements(BigInteger first, StorageType element, BigInteger length) {
        if (element instanceof StorageType.Value) {
            return;
        }
        int count = length.min(BigInteger.valueOf(1024)).intValue();
        for (int i = 0; i < count; i++) {
            add(StoragePlace.element(first, element, BigInteger.valueOf(i)));
        }
    }

    private void mask(BigInteger slot, BigInteger bits) {
        masks.merge(slot, bits, BigInteger::or);
    }

    private void run(BigInteger first, BigInteger count) {
        runs.merge(first, count, BigInteger::max);
    }

    /** The bits of the slot's word that belong to the places. */
    public BigInteger bits(BigInteger slot) {
        Map.Entry<BigInteger, BigInteger> run = runs.floorEntry(slot);
        boolean isWithin = run != null && slot.subtract(run.getKey()).compareTo(run.getValue()) < 0;
        return isWithin ? WHOLE : masks.getOrDefault(slot, BigInteger.ZERO);
    }
}
