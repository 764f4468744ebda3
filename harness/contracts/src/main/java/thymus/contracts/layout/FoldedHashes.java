package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * Finds mapping elements with constant keys. An optimizer hashes a key such as that of {@code roles[ADMIN]} at compile
 * time, so the code holds only the hash and no execution shows the key. The search tries keys. Their hashes must occur
 * in the code, as literals or in the data behind the instructions.
 */
public final class FoldedHashes {
    private static final int DEEPEST = 3;
    private static final int MOST_ELEMENTS = 128;
    /** The number of elements tried of an array whose length is only known at run time. */
    private static final int FIRST_ELEMENTS = 8;
    /** The limit bounds the search to a fraction of a second. No real struct has so many slots. */
    private static final int MOST_HASHES = 400_000;

    private static final BigInteger LONGEST = BigInteger.valueOf(4096);

    private final TreeSet<BigInteger> words;
    private final CandidateKeys keys;
    private final Preimages preimages;
    private int hashes;

    private FoldedHashes(TreeSet<BigInteger> words, CandidateKeys keys, Preimages preimages) {
        this.words = words;
        this.keys = keys;
        this.preimages = preimages;
    }

    /**
     * Records the elements found in a contract's codes.
     *
     * @param known hashes in the codes that belong to something else
     */
    public static void record(
            List<byte[]> codes,
            Collection<BigInteger> known,
            List<StorageVariable> layout,
            CandidateKeys keys,
            Preimages preimages) {
        if (layout.stream().anyMatch(v -> hasMapping(v.type()))) {
            TreeSet<BigInteger> words = HashLiterals.of(codes, known);
            if (!words.isEmpty()) {
                FoldedHashes search = new FoldedHashes(words, keys, preimages);
                layout.forEach(v -> search.visit(StoragePlace.of(v), 0, keys.all()));
            }
        }
    }

    /** @return whether an element of a mapping was found there */
    private boolean visit(StoragePlace location, int depth, List<BigInteger> tried) {
        return switch (location.type()) {
            case StorageType.Value ignored -> false;
            case StorageType.ByteString ignored -> false;
            case StorageType.Struct struct -> {
                boolean found = false;
                for (StorageVariable member : struct.members()) {
                    found |= visit(location.member(member), depth, tried);
                }
                yield found;
            }
            case StorageType.FixedArray array ->
                hasMapping(array.element())
                        && elements(
                                location.slot(),
                                array.element(),
                                array.length()
                                        .min(BigInteger.valueOf(MOST_ELEMENTS))
                                        .intValue(),
                                depth,
                                array.length().bitLength() > Byte.SIZE / 2 ? keys.few() : tried);
            case StorageType.DynamicArray array ->
                hasMapping(array.element())
                        && elements(
                                SlotHash.array(location.slot()), array.element(), FIRST_ELEMENTS, depth, keys.few());
            case StorageType.Mapping mapping ->
                depth < DEEPEST && mapping.key().isWord() && mapping(location.slot(), mapping, depth, tried);
        };
    }

    private boolean elements(BigInteger first, StorageType element, int count, int depth, List<BigInteger> tried) {
        boolean found = false;
        for (int i = 0; i < count; i++) {
            found |= visit(StoragePlace.element(first, element, BigInteger.valueOf(i)), depth, tried);
        }
        return found;
    }

    private boolean mapping(BigInteger root, StorageType.Mapping mapping, int depth, List<BigInteger> tried) {
        boolean any = false;
        boolean nested = hasMapping(mapping.value());
        BigInteger size = StoragePlace.slots(mapping.value()).min(LONGEST);
        for (BigInteger key : CandidateKeys.fitting(mapping.key(), tried)) {
            if (++hashes > MOST_HASHES) {
                return any;
            }
            BigInteger slot = SlotHash.element(key, root);
            boolean found = isNear(slot, size);
            if (nested && (found || keys.few().contains(key))) {
                found |= visit(new StoragePlace(slot, 0, mapping.value()), depth + 1, found ? tried : keys.few());
            }
            if (found) {
                preimages.add(new Preimages.Element(key, root, slot));
                any = true;
            }
        }
        return any;
    }

    /** Returns whether the code holds the slot of any member of the value that begins at the slot. */
    private boolean isNear(BigInteger slot, BigInteger size) {
        BigInteger word = words.ceiling(slot);
        return word != null && word.subtract(slot).compareTo(size) < 0;
    }

    private static boolean hasMapping(StorageType type) {
        return switch (type) {
            case StorageType.Mapping ignored -> true;
            case StorageType.Struct struct -> struct.members().stream().anyMatch(m -> hasMapping(m.type()));
            case StorageType.FixedArray array -> hasMapping(array.element());
            case StorageType.DynamicArray array -> hasMapping(array.element());
            case StorageType.Value ignored -> false;
            case StorageType.ByteString ignored -> false;
        };
    }
}
