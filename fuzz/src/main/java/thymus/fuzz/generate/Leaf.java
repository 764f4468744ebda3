package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/**
 * A value without elements among the arguments of a call.
 *
 * @param path the index of the argument, then those of elements of arrays and tuples
 */
record Leaf(List<Integer> path, AbiType type, AbiValue value) {
    Leaf {
        path = List.copyOf(path);
    }

    /** All of them, from left to right. */
    static List<Leaf> in(List<Parameter> parameters, List<AbiValue> values) {
        List<Leaf> found = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            collect(List.of(i), parameters.get(i).type(), values.get(i), found);
        }
        return found;
    }

    private static void collect(List<Integer> path, AbiType type, AbiValue value, List<Leaf> into) {
        if (!(value instanceof AbiValue.Sequence sequence)) {
            into.add(new Leaf(path, type, value));
            return;
        }
        for (int i = 0; i < sequence.elements().size(); i++) {
            List<Integer> inner = new ArrayList<>(path);
            inner.add(i);
            collect(inner, elementType(type, i), sequence.elements().get(i), into);
        }
    }

    private static AbiType elementType(AbiType type, int index) {
        return switch (type) {
            case AbiType.Array array -> array.element();
            case AbiType.Tuple tuple -> tuple.components().get(index).type();
            case AbiType.Word _, AbiType.ByteString _ ->
                throw new IllegalArgumentException("no elements in a " + type.canonicalName());
        };
    }

    /** The arguments with another value here. */
    List<AbiValue> write(List<AbiValue> values, AbiValue other) {
        return write(values, 0, other);
    }

    private List<AbiValue> write(List<AbiValue> values, int depth, AbiValue other) {
        List<AbiValue> changed = new ArrayList<>(values);
        int index = path.get(depth);
        boolean here = depth == path.size() - 1;
        changed.set(
                index,
                here
                        ? other
                        : new AbiValue.Sequence(
                                write(((AbiValue.Sequence) values.get(index)).elements(), depth + 1, other)));
        return List.copyOf(changed);
    }

    /** Whether both stand in the same array or tuple. */
    boolean isBeside(Leaf other) {
        return path.size() == other.path.size()
                && path.subList(0, path.size() - 1).equals(other.path.subList(0, path.size() - 1));
    }

    BigInteger number() {
        return ((AbiValue.Number) value).value();
    }

    boolean holds(BigInteger other) {
        return value instanceof AbiValue.Number number && number.value().equals(other);
    }

    int last() {
        return path.getLast();
    }
}
