package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thymus.solver.term.Interval;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * The partition of each slot into fields. Any partition of the 256 bits represents every slot, so a wrong layout costs
 * proofs, not soundness. The right one avoids masks and shifts in the formulas.
 */
public final class FieldLayout {
    private static final List<BitField> WHOLE = List.of(BitField.WHOLE);

    private final Map<String, List<StorageVariable>> variables = new HashMap<>();
    private final Map<Region, List<BitField>> fields = new HashMap<>();
    private final Map<Region, List<Run>> runs = new HashMap<>();

    /** Adds the compiler's layout of the contract's variables. */
    public void add(String contract, List<StorageVariable> ofContract) {
        variables.put(contract, List.copyOf(ofContract));
    }

    /**
     * An array of fixed length that takes several slots.
     *
     * @param first its first slot, from the beginning of the region's elements or from slot zero
     * @param slots the number of its slots
     * @param stride the slots of an element; one where several elements share a slot
     * @param element the type of what is in them
     */
    public record Run(BigInteger first, BigInteger slots, BigInteger stride, StorageType element) {
        /** Returns whether the slot is inside. */
        public boolean contains(BigInteger slot) {
            return slot.compareTo(first) >= 0 && slot.subtract(first).compareTo(slots) < 0;
        }

        /** The possible slots. */
        public Interval range() {
            return Interval.of(first, first.add(slots).subtract(BigInteger.ONE));
        }
    }

    /**
     * The arrays of fixed length that lie in the elements of a region, or in the plain slots of a contract. Each of
     * their slots is in a region of its own kind, whether or not its index is known.
     *
     * @param beginning the region without a displacement
     */
    public List<Run> runs(Region beginning) {
        // No computeIfAbsent: what is in an array may itself be in one.
        List<Run> known = runs.get(beginning);
        if (known != null) {
            return known;
        }
        List<Run> found = new ArrayList<>();
        if (beginning.isPlain()) {
            collectRuns(variables.getOrDefault(beginning.contract(), List.of()), BigInteger.ZERO, found);
        } else {
            elements(beginning).ifPresent(type -> collectRuns(type, BigInteger.ZERO, found));
        }
        runs.put(beginning, List.copyOf(found));
        return found;
    }

    /** The array of fixed length around a slot. */
    public Optional<Run> runAt(Region beginning, BigInteger slot) {
        return runs(beginning).stream().filter(run -> run.contains(slot)).findFirst();
    }

    private static void collectRuns(List<StorageVariable> members, BigInteger slot, List<Run> found) {
        members.forEach(member -> collectRuns(member.type(), slot.add(member.slot()), found));
    }

    private static void collectRuns(StorageType type, BigInteger slot, List<Run> found) {
        switch (type) {
            case StorageType.Struct s -> collectRuns(s.members(), slot, found);
            case StorageType.FixedArray a
            when a.slots().compareTo(BigInteger.ONE) > 0 ->
                found.add(new Run(slot, a.slots(), slots(a.element()), shared(a.element())));
            case StorageType.FixedArray _, StorageType.Value _, StorageType.Mapping _ -> {}
            case StorageType.DynamicArray _, StorageType.ByteString _ -> {}
        }
    }

    /** The slots of an element of the dynamic array whose length is there. */
    public BigInteger stride(Region length) {
        return typeAt(length)
                .filter(StorageType.DynamicArray.class::isInstance)
                .map(type -> slots(((StorageType.DynamicArray) type).element()))
                .orElse(BigInteger.ONE);
    }

    private static BigInteger slots(StorageType type) {
        return switch (type) {
            case StorageType.Struct s -> s.slots().max(BigInteger.ONE);
            case StorageType.FixedArray a -> a.slots().max(BigInteger.ONE);
            case StorageType.Value _, StorageType.Mapping _ -> BigInteger.ONE;
            case StorageType.DynamicArray _, StorageType.ByteString _ -> BigInteger.ONE;
        };
    }

    /** What is in the slots of an array: an element, or as many as share a slot. */
    private static StorageType shared(StorageType element) {
        return element instanceof StorageType.Value v && v.bytes() <= 16
                ? new StorageType.FixedArray(v, BigInteger.valueOf(32 / v.bytes()), BigInteger.ONE)
                : element;
    }

    private Optional<StorageType> typeAt(Region region) {
        return region.isPlain()
                ? memberAt(variables.getOrDefault(region.contract(), List.of()), region.slot())
                : elements(region).flatMap(element -> at(element, region.offset()));
    }

    /** Returns whether the slot holds the length of a dynamic array. */
    public boolean isLength(Region region) {
        return typeAt(region).filter(StorageType.DynamicArray.class::isInstance).isPresent();
    }

    /** The fields from the low end to the high end, without gaps. */
    public List<BitField> of(Region region) {
        return fields.computeIfAbsent(region, this::find);
    }

    private List<BitField> find(Region region) {
        TreeMap<Integer, BitField> found = new TreeMap<>();
        if (region.isPlain()) {
            collectMembers(variables.getOrDefault(region.contract(), List.of()), region.slot(), found);
        } else {
            elements(region).ifPresent(type -> collect(type, 0, region.offset(), found));
        }
        return found.isEmpty() ? WHOLE : filled(found);
    }

    /** The type of the elements that the keys select. */
    private Optional<StorageType> elements(Region region) {
        if (region.isHashed()) {
            return Optional.empty();
        }
        Region container = region.container();
        if (region.isFixed()) {
            return runAt(container.beginning(), container.displacement()).map(Run::element);
        }
        return typeAt(container).flatMap(t -> switch (t) {
            case StorageType.Mapping m -> Optional.of(m.value());
            case StorageType.DynamicArray a -> Optional.of(shared(a.element()));
            case StorageType.Value v -> Optional.empty();
            case StorageType.Struct s -> Optional.empty();
            case StorageType.FixedArray a -> Optional.empty();
            case StorageType.ByteString b -> Optional.empty();
        });
    }

    /** The innermost type that begins that many slots after a value of the type. */
    private static Optional<StorageType> at(StorageType type, BigInteger slot) {
        return switch (type) {
            case StorageType.Struct s -> memberAt(s.members(), slot);
            case StorageType.FixedArray a
            when slot.compareTo(a.slots()) < 0 && isLarge(a.element()) -> at(a.element(), slot.mod(stride(a)));
            case StorageType.FixedArray a -> Optional.empty();
            case StorageType.Value v -> first(type, slot);
            case StorageType.Mapping m -> first(type, slot);
            case StorageType.DynamicArray d -> first(type, slot);
            case StorageType.ByteString b -> first(type, slot);
        };
    }

    private static Optional<StorageType> first(StorageType type, BigInteger slot) {
        return slot.signum() == 0 ? Optional.of(type) : Optional.empty();
    }

    private static Optional<StorageType> memberAt(List<StorageVariable> members, BigInteger slot) {
        return members.stream()
                .filter(member -> member.slot().compareTo(slot) <= 0 && member.offset() == 0)
                .flatMap(member -> at(member.type(), slot.subtract(member.slot())).stream())
                .findFirst();
    }

    /** Collects the fields of the slot that is {@code slot} slots after the value's first. */
    private static void collect(StorageType type, int offset, BigInteger slot, TreeMap<Integer, BitField> found) {
        switch (type) {
            case StorageType.Value v -> {
                if (slot.signum() == 0) {
                    found.put(8 * offset, new BitField(8 * offset, 8 * v.bytes()));
                }
            }
            case StorageType.Struct s -> collectMembers(s.members(), slot, found);
            case StorageType.FixedArray a -> {
                if (slot.signum() >= 0 && slot.compareTo(a.slots()) < 0) {
                    collectElements(a, slot, found);
                }
            }
            case StorageType.Mapping m -> {}
            case StorageType.DynamicArray a -> {}
            case StorageType.ByteString b -> {}
        }
    }

    private static void collectMembers(
            List<StorageVariable> members, BigInteger slot, TreeMap<Integer, BitField> found) {
        for (StorageVariable member : members) {
            BigInteger inside = slot.subtract(member.slot());
            if (inside.signum() >= 0) {
                collect(member.type(), member.offset(), inside, found);
            }
        }
    }

    private static void collectElements(
            StorageType.FixedArray array, BigInteger slot, TreeMap<Integer, BitField> found) {
        if (isLarge(array.element())) {
            collect(array.element(), 0, slot.mod(stride(array)), found);
            return;
        }
        int bytes = ((StorageType.Value) array.element()).bytes();
        BigInteger perSlot = BigInteger.valueOf(32 / bytes);
        BigInteger rest = array.length().subtract(slot.multiply(perSlot)).min(perSlot);
        for (int i = 0; i < rest.intValue(); i++) {
            collect(array.element(), i * bytes, BigInteger.ZERO, found);
        }
    }

    /** Returns whether an element has its own slots. */
    private static boolean isLarge(StorageType element) {
        return !(element instanceof StorageType.Value v && v.bytes() <= 16);
    }

    private static BigInteger stride(StorageType.FixedArray array) {
        return array.slots().divide(array.length()).max(BigInteger.ONE);
    }

    private static List<BitField> filled(TreeMap<Integer, BitField> fields) {
        List<BitField> filled = new ArrayList<>();
        int end = 0;
        for (BitField field : fields.values()) {
            if (field.offset() < end || field.offset() + field.width() > 256) {
                return WHOLE;
            }
            if (field.offset() > end) {
                filled.add(new BitField(end, field.offset() - end));
            }
            filled.add(field);
            end = field.offset() + field.width();
        }
        if (end < 256) {
            filled.add(new BitField(end, 256 - end));
        }
        return Collections.unmodifiableList(filled);
    }
}
