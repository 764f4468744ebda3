package thymus.contracts.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import thymus.contracts.abi.AbiWord;
import thymus.evm.primitive.Keccak;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * Explains existing storage: which slots are elements of which mappings, under which keys. A hash does not show its
 * key, so candidate keys are tried. A slot without an explanation may be an element of any mapping, and then the
 * elements of mappings are not completely known.
 */
public final class SlotExplanation {
    private static final int SMALL_KEYS = 256;
    private static final int DEEPEST = 3;

    /** How many slots behind a hash the readers of storage look for members of a struct. */
    private static final int NEAR = 16;

    private static final int MOST_ELEMENTS = 10_000;

    /** Hostile code can claim a longer array, which would explain every slot. */
    private static final int LENGTH_BITS = 32;

    /** The limit bounds the search to a few seconds of hashing. Slots without an explanation stay open. */
    private static final int MOST_HASHES = 1_500_000;

    /** The limit in bits between slots that a compiler counts up and hashes. */
    private static final int COUNTED_BITS = 64;

    private final TreeSet<BigInteger> open = new TreeSet<>();
    private final List<Key> keys;
    private final StorageSnapshot values;
    private final List<Preimages.Element> elements = new ArrayList<>();
    private final SlotHash hash = new SlotHash();
    private int hashes;

    /** A candidate key and its word. */
    private record Key(BigInteger number, byte[] word) {}

    /**
     * The explanation.
     *
     * @param elements of mappings, inner ones before outer ones
     * @param open slots without an explanation
     */
    public record Found(List<Preimages.Element> elements, Set<BigInteger> open) {
        /** Records the hashes that executions will use. */
        public void record(Preimages preimages) {
            elements.forEach(preimages::add);
        }
    }

    private SlotExplanation(Collection<BigInteger> slots, Collection<BigInteger> keys, StorageSnapshot values) {
        slots.stream()
                .filter(slot -> slot.bitLength() > COUNTED_BITS && !NamedSlots.isStandard(slot))
                .forEach(open::add);
        Set<BigInteger> all = new LinkedHashSet<>();
        for (int i = 0; i < SMALL_KEYS; i++) {
            all.add(BigInteger.valueOf(i));
        }
        all.addAll(keys);
        this.keys = all.stream().map(key -> new Key(key, AbiWord.bytes(key))).toList();
        this.values = values;
    }

    /**
     * Finds the mapping elements that explain slots.
     *
     * @param slots the non-zero slots of one contract
     * @param keys candidate keys
     */
    public static Found explain(
            Collection<BigInteger> slots,
            List<StorageVariable> layout,
            Collection<BigInteger> keys,
            StorageSnapshot values) {
        SlotExplanation explanation = new SlotExplanation(slots, keys, values);
        for (StorageVariable variable : layout) {
            if (explanation.open.isEmpty()) {
                break;
            }
            explanation.visit(StoragePlace.of(variable), 0);
        }
        return new Found(List.copyOf(explanation.elements), Collections.unmodifiableSet(explanation.open));
    }

    /** @return whether an element was found there */
    private boolean visit(StoragePlace location, int depth) {
        return switch (location.type()) {
            case StorageType.Value value -> false;
            case StorageType.Struct struct -> {
                boolean found = false;
                for (StorageVariable member : struct.members()) {
                    found |= visit(location.member(member), depth);
                }
                yield found;
            }
            case StorageType.FixedArray array -> {
                boolean found = false;
                int length =
                        array.length().min(BigInteger.valueOf(MOST_ELEMENTS)).intValue();
                for (int i = 0; i < length && !(array.element() instanceof StorageType.Value); i++) {
                    found |=
                            visit(StoragePlace.element(location.slot(), array.element(), BigInteger.valueOf(i)), depth);
                }
                yield found;
            }
            case StorageType.DynamicArray array -> elements(location, array);
            case StorageType.ByteString bytes -> characters(location);
            case StorageType.Mapping mapping ->
                depth < DEEPEST && mapping.key().isWord() && mapping(location, mapping, depth);
        };
    }

    private boolean mapping(StoragePlace location, StorageType.Mapping mapping, int depth) {
        boolean any = false;
        byte[] input = new byte[2 * AbiWord.SIZE];
        System.arraycopy(AbiWord.bytes(location.slot()), 0, input, AbiWord.SIZE, AbiWord.SIZE);
        for (Key key : keys) {
            if (open.isEmpty() || !mayBeKey(mapping.key(), key.number())) {
                continue;
            }
            if (++hashes > MOST_HASHES) {
                return any;
            }
            System.arraycopy(key.word(), 0, input, 0, AbiWord.SIZE);
            BigInteger slot = Keccak.hash(input).toBigInteger();
            boolean found = near(slot, StoragePlace.slots(mapping.value()).min(BigInteger.valueOf(NEAR)));
            if (!(mapping.value() instanceof StorageType.Value)) {
                found |= visit(new StoragePlace(slot, 0, mapping.value()), depth + 1);
            }
            if (found) {
                elements.add(new Preimages.Element(key.number(), location.slot(), slot));
                any = true;
            }
        }
        return any;
    }

    private static boolean mayBeKey(AbiType type, BigInteger word) {
        return switch (type) {
            case AbiType.Address address -> word.bitLength() <= 160;
            case AbiType.Bool bool -> word.bitLength() <= 1;
            case AbiType.UInt number -> word.bitLength() <= number.bits();
            case AbiType.Int _, AbiType.FixedBytes _, AbiType.ByteString _, AbiType.Composite _ -> true;
        };
    }

    private boolean elements(StoragePlace location, StorageType.DynamicArray array) {
        BigInteger length = values.at(location.slot());
        if (length.signum() == 0 || length.bitLength() > LENGTH_BITS) {
            return false;
        }
        BigInteger last = length.subtract(BigInteger.ONE);
        BigInteger end = StoragePlace.element(BigInteger.ZERO, array.element(), last)
                .slot()
                .add(StoragePlace.slots(array.element()));
        return near(hash.ofArray(location.slot()), end);
    }

    /** A long text has twice its length plus one in its own slot. */
    private boolean characters(StoragePlace location) {
        BigInteger head = values.at(location.slot());
        if (!head.testBit(0) || head.bitLength() > LENGTH_BITS) {
            return false;
        }
        BigInteger length = head.shiftRight(1);
        return near(
                hash.ofArray(location.slot()),
                length.add(BigInteger.valueOf(AbiWord.SIZE - 1)).shiftRight(5));
    }

    /** Explains the slots from {@code first}. */
    private boolean near(BigInteger first, BigInteger count) {
        Set<BigInteger> explained = open.subSet(first, first.add(count));
        boolean found = !explained.isEmpty();
        explained.clear();
        return found;
    }
}
