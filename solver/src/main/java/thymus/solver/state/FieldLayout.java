package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * Into which fields each slot is taken apart. Any division of the 256 bits represents every slot, so a wrong layout costs
 * proofs, not soundness; the right one leaves no mask or shift in the formulas.
 */
public final class FieldLayout {
    private static final int NESTING = 8;
    private static final BigInteger LISTED_ELEMENTS = BigInteger.valueOf(64);

    private final Map<Region, List<Field>> fields = new HashMap<>();

    /** Adds what the compiler says of the contract's variables. */
    public void add(String contract, List<StorageVariable> variables) {
        Map<Region, TreeMap<Integer, Field>> found = new HashMap<>();
        for (StorageVariable variable : variables) {
            collect(Region.plain(contract, variable.slot()), variable.offset(), variable.type(), found, 0);
        }
        found.forEach((region, list) -> fields.put(region, filled(list)));
    }

    /** From the low end to the high one, without gaps. */
    public List<Field> of(Region region) {
        return fields.getOrDefault(region, List.of(Field.WHOLE));
    }

    private static void collect(
            Region at, int offset, StorageType type, Map<Region, TreeMap<Integer, Field>> found, int depth) {
        if (depth > NESTING) {
            return;
        }
        switch (type) {
            case StorageType.Value v ->
                found.computeIfAbsent(at, r -> new TreeMap<>()).put(8 * offset, new Field(8 * offset, 8 * v.bytes()));
            case StorageType.Mapping m -> collect(at.mappingInside(), 0, m.value(), found, depth + 1);
            case StorageType.DynamicArray a -> {}
            case StorageType.Struct s -> {
                for (StorageVariable member : s.members()) {
                    collect(at.plus(member.slot()), member.offset(), member.type(), found, depth + 1);
                }
            }
            case StorageType.FixedArray a -> elements(at, a, found, depth);
            case StorageType.ByteString b -> {}
        }
    }

    private static void elements(
            Region at, StorageType.FixedArray array, Map<Region, TreeMap<Integer, Field>> found, int depth) {
        if (array.length().compareTo(LISTED_ELEMENTS) > 0) {
            return;
        }
        int length = array.length().intValue();
        for (int i = 0; i < length; i++) {
            if (array.element() instanceof StorageType.Value v && v.bytes() <= 16) {
                int perSlot = 32 / v.bytes();
                collect(
                        at.plus(BigInteger.valueOf(i / perSlot)),
                        i % perSlot * v.bytes(),
                        v,
                        found,
                        depth + 1);
            } else {
                BigInteger stride = array.slots().divide(array.length());
                collect(at.plus(stride.multiply(BigInteger.valueOf(i))), 0, array.element(), found, depth + 1);
            }
        }
    }

    private static List<Field> filled(TreeMap<Integer, Field> fields) {
        List<Field> filled = new ArrayList<>();
        int end = 0;
        for (Field field : fields.values()) {
            if (field.offset() < end || field.offset() + field.width() > 256) {
                return List.of(Field.WHOLE);
            }
            if (field.offset() > end) {
                filled.add(new Field(end, field.offset() - end));
            }
            filled.add(field);
            end = field.offset() + field.width();
        }
        if (end < 256) {
            filled.add(new Field(end, 256 - end));
        }
        return Collections.unmodifiableList(filled);
    }
}
