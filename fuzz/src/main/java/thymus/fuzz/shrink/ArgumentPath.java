package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.spec.contract.AbiType;

/**
 * The way to a value among the arguments of a call.
 *
 * @param indices of the argument, and then of elements of arrays and tuples
 */
public record ArgumentPath(List<Integer> indices) {
    public ArgumentPath {
        indices = List.copyOf(indices);
    }

    /** The way to a whole argument. */
    public static ArgumentPath of(int argument) {
        return new ArgumentPath(List.of(argument));
    }

    /** The way to an element of the value. */
    public ArgumentPath element(int index) {
        List<Integer> longer = new ArrayList<>(indices);
        longer.add(index);
        return new ArgumentPath(longer);
    }

    /** The type of an element of a value of this type, which is an array or a tuple. */
    public static AbiType elementType(AbiType type, int index) {
        return switch (type) {
            case AbiType.Array array -> array.element();
            case AbiType.Tuple tuple -> tuple.components().get(index).type();
            case AbiType.Word _, AbiType.ByteString _ ->
                throw new IllegalArgumentException("no elements in a " + type.canonicalName());
        };
    }

    /** Whether it leads to an argument and not into one. */
    boolean isWhole() {
        return indices.size() == 1;
    }

    AbiValue read(List<AbiValue> arguments) {
        List<AbiValue> at = arguments;
        for (int i = 0; i < indices.size() - 1; i++) {
            at = ((AbiValue.Sequence) at.get(indices.get(i))).elements();
        }
        return at.get(last());
    }

    /** The arguments with another value here. */
    public List<AbiValue> write(List<AbiValue> arguments, AbiValue value) {
        return write(arguments, 0, value);
    }

    private List<AbiValue> write(List<AbiValue> within, int depth, AbiValue value) {
        List<AbiValue> changed = new ArrayList<>(within);
        int index = indices.get(depth);
        boolean here = depth == indices.size() - 1;
        changed.set(
                index,
                here
                        ? value
                        : new AbiValue.Sequence(
                                write(((AbiValue.Sequence) within.get(index)).elements(), depth + 1, value)));
        return List.copyOf(changed);
    }

    /** Whether both lead into the same array or tuple. */
    public boolean isBeside(ArgumentPath other) {
        int outer = indices.size() - 1;
        return outer == other.indices.size() - 1 && indices.subList(0, outer).equals(other.indices.subList(0, outer));
    }

    /** The index within the innermost array or tuple. */
    public int last() {
        return indices.getLast();
    }
}
