package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** Changes lists of arguments whose elements belong together by their index, such as targets and their call data. */
final class ParallelLists {
    private static final int MOST_ELEMENTS = 8;

    private final SplitRandom random;
    private final ArgumentGenerator source;

    ParallelLists(SplitRandom random, ArgumentGenerator source) {
        this.random = random;
        this.source = source;
    }

    /** Whether there are lists of variable length. */
    static boolean in(List<AbiValue> arguments) {
        return arguments.stream().anyMatch(AbiValue.Sequence.class::isInstance);
    }

    private static boolean isList(AbiType type) {
        return type instanceof AbiType.Array array && array.length().isEmpty();
    }

    /** An element of all lists of one length is added, taken away, drawn anew, or moved. */
    List<AbiValue> changed(List<Parameter> parameters, List<AbiValue> arguments) {
        Optional<Integer> length = length(parameters, arguments);
        if (length.isEmpty()) {
            return arguments;
        }
        int size = length.get();
        List<AbiValue> fresh = source.draw(parameters, 1);
        int at = random.below(size + 1);
        int other = size == 0 ? 0 : random.below(size);
        int kind = random.below(4);
        List<AbiValue> changed = new ArrayList<>(arguments);
        for (int i = 0; i < arguments.size(); i++) {
            if (isList(parameters.get(i).type()) && elements(arguments.get(i)).size() == size) {
                List<AbiValue> elements = new ArrayList<>(elements(arguments.get(i)));
                AbiValue drawn = elements(fresh.get(i)).getFirst();
                if (size == 0 || (kind <= 1 && size < MOST_ELEMENTS)) {
                    elements.add(at, drawn);
                } else if (kind == 2) {
                    elements.set(other, drawn);
                } else if (size > 1 && at < size && at != other) {
                    elements.add(at, elements.remove(other));
                } else {
                    elements.remove(other);
                }
                changed.set(i, new AbiValue.Sequence(elements));
            }
        }
        return List.copyOf(changed);
    }

    private Optional<Integer> length(List<Parameter> parameters, List<AbiValue> arguments) {
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (isList(parameters.get(i).type())) {
                lengths.add(elements(arguments.get(i)).size());
            }
        }
        return lengths.isEmpty() ? Optional.empty() : Optional.of(random.pick(lengths));
    }

    private static List<AbiValue> elements(AbiValue list) {
        return ((AbiValue.Sequence) list).elements();
    }
}
