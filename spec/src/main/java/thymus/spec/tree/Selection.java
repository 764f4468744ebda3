package thymus.spec.tree;

import java.util.List;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/**
 * Renders the selection of a word from a result, as in a file: {@code .rate}, {@code [2]}, or nothing for the only
 * word.
 */
final class Selection {
    private Selection() {}

    static String of(List<Parameter> outputs, int word) {
        return outputs.size() == 1 ? within(outputs.getFirst().type(), word) : among(outputs, word);
    }

    private static String within(AbiType type, int word) {
        return switch (type) {
            case AbiType.Tuple tuple -> among(tuple.components(), word);
            case AbiType.Array array
            when array.isStatic() -> {
                int size = array.element().headWords();
                yield "[" + word / size + "]" + within(array.element(), word % size);
            }
            case AbiType.Word _, AbiType.ByteString _, AbiType.Array _ -> "";
        };
    }

    private static String among(List<Parameter> parts, int word) {
        int first = 0;
        for (int i = 0; i < parts.size(); i++) {
            Parameter part = parts.get(i);
            int size = part.type().headWords();
            if (word < first + size) {
                String own = part.name().isEmpty() ? "[" + i + "]" : "." + part.name();
                return own + within(part.type(), word - first);
            }
            first += size;
        }
        throw new IllegalArgumentException("no word " + word);
    }
}
