package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.shrink.ArgumentPath;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/**
 * A value without elements among the arguments of a call.
 *
 * @param path to it among the arguments
 */
record Leaf(ArgumentPath path, AbiType type, AbiValue value) {
    /** All of them, from left to right. */
    static List<Leaf> in(List<Parameter> parameters, List<AbiValue> values) {
        List<Leaf> found = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            collect(ArgumentPath.of(i), parameters.get(i).type(), values.get(i), found);
        }
        return found;
    }

    private static void collect(ArgumentPath path, AbiType type, AbiValue value, List<Leaf> into) {
        if (!(value instanceof AbiValue.Sequence sequence)) {
            into.add(new Leaf(path, type, value));
            return;
        }
        for (int i = 0; i < sequence.elements().size(); i++) {
            collect(
                    path.element(i),
                    ArgumentPath.elementType(type, i),
                    sequence.elements().get(i),
                    into);
        }
    }

    /** The arguments with another value here. */
    List<AbiValue> write(List<AbiValue> values, AbiValue other) {
        return path.write(values, other);
    }

    /** Whether both stand in the same array or tuple. */
    boolean isBeside(Leaf other) {
        return path.isBeside(other.path);
    }

    BigInteger number() {
        return ((AbiValue.Number) value).value();
    }

    boolean holds(BigInteger other) {
        return value instanceof AbiValue.Number number && number.value().equals(other);
    }

    int last() {
        return path.last();
    }
}
