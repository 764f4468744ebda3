package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** Draws values of any ABI type. */
final class ArgumentGenerator {
    private static final int[] LENGTHS = {0, 1, 4, 20, 31, 32, 33, 64, 65};
    private static final int MOST_ELEMENTS = 4;

    private final SplitRandom random;
    private final Universe universe;
    private final String sender;
    private final NumberGenerator numbers;

    ArgumentGenerator(SplitRandom random, Universe universe, String sender, NumberGenerator numbers) {
        this.random = random;
        this.universe = universe;
        this.sender = sender;
        this.numbers = numbers;
    }

    List<AbiValue> draw(List<Parameter> parameters) {
        List<AbiValue> values = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            values.add(draw(parameter.type()));
        }
        return List.copyOf(values);
    }

    AbiValue draw(AbiType type) {
        return switch (type) {
            case AbiType.Address ignored -> address();
            case AbiType.Bool ignored -> AbiValue.of(random.below(2));
            case AbiType.Bytes ignored -> AbiValue.of(bytes());
            case AbiType.Text ignored -> AbiValue.of("x".repeat(random.below(40)));
            case AbiType.Tuple tuple -> new AbiValue.Sequence(draw(tuple.components()));
            case AbiType.Array array -> elements(array);
            case AbiType.UInt _, AbiType.Int _, AbiType.FixedBytes _ -> AbiValue.of(numbers.draw(type));
        };
    }

    /** The value with one of its parts changed. */
    AbiValue near(AbiType type, AbiValue value) {
        return switch (value) {
            case AbiValue.Number number
            when !(type instanceof AbiType.Address) && !(type instanceof AbiType.Bool) ->
                AbiValue.of(numbers.near(type, number.value()));
            case AbiValue.Sequence sequence
            when !sequence.elements().isEmpty() && random.chance(3, 4) -> {
                List<AbiValue> changed = new ArrayList<>(sequence.elements());
                int at = random.below(changed.size());
                AbiType element = type instanceof AbiType.Array array
                        ? array.element()
                        : ((AbiType.Tuple) type).components().get(at).type();
                changed.set(at, near(element, changed.get(at)));
                yield new AbiValue.Sequence(changed);
            }
            default -> draw(type);
        };
    }

    private AbiValue address() {
        return AbiValue.of(random.chance(1, 4) ? universe.addressOf(sender) : random.pick(universe.addresses()));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[LENGTHS[random.below(LENGTHS.length)]];
        if (random.chance(1, 2)) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextLong();
            }
        }
        return bytes;
    }

    private AbiValue elements(AbiType.Array array) {
        int length = array.length().isPresent() ? array.length().getAsInt() : random.below(MOST_ELEMENTS + 1);
        List<AbiValue> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(draw(array.element()));
        }
        return new AbiValue.Sequence(elements);
    }
}
