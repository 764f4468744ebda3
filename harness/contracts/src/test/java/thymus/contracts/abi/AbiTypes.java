package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** Random types and values of them, from a seed. */
final class AbiTypes {
    private final Random random;

    AbiTypes(long seed) {
        random = new Random(seed);
    }

    List<AbiType> list() {
        List<AbiType> types = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            types.add(type(3));
        }
        return types;
    }

    AbiType type(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 7)) {
            case 0 -> new AbiType.UInt(8 * (1 + random.nextInt(32)));
            case 1 -> new AbiType.Int(8 * (1 + random.nextInt(32)));
            case 2 -> new AbiType.Bool();
            case 3 -> new AbiType.Address();
            case 4 -> new AbiType.FixedBytes(1 + random.nextInt(32));
            case 5 -> new AbiType.Bytes();
            case 6 -> new AbiType.Text();
            case 7 -> new AbiType.Array(type(depth - 1), OptionalInt.empty());
            case 8 -> new AbiType.Array(type(depth - 1), OptionalInt.of(random.nextInt(4)));
            default -> {
                List<Parameter> components = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    components.add(new Parameter("c" + i, type(depth - 1)));
                }
                yield new AbiType.Tuple(components);
            }
        };
    }

    AbiValue value(AbiType type) {
        return switch (type) {
            case AbiType.Bytes ignored -> AbiValue.of(bytes());
            case AbiType.Text ignored -> AbiValue.of("text " + random.nextInt(1000) + "é".repeat(random.nextInt(40)));
            case AbiType.Array array -> {
                List<AbiValue> elements = new ArrayList<>();
                for (int i = array.length().orElseGet(() -> random.nextInt(4)); i > 0; i--) {
                    elements.add(value(array.element()));
                }
                yield new AbiValue.Sequence(elements);
            }
            case AbiType.Tuple tuple ->
                new AbiValue.Sequence(
                        tuple.components().stream().map(c -> value(c.type())).toList());
            default -> number(type);
        };
    }

    private AbiValue number(AbiType type) {
        BigInteger least = AbiWord.least(type);
        BigInteger greatest = AbiWord.greatest(type);
        return AbiValue.of(
                switch (random.nextInt(4)) {
                    case 0 -> least;
                    case 1 -> greatest;
                    default ->
                        new BigInteger(300, random)
                                .mod(greatest.subtract(least).add(BigInteger.ONE))
                                .add(least);
                });
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return bytes;
    }
}
