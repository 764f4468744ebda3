package thymus.contracts.abi;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.text.NumberText;

/**
 * Renders values for a reader, in the notation of the language if it has one.
 *
 * @param names renders an address: its name, or its hexadecimal form
 */
public record AbiText(Function<BigInteger, String> names) {
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    /** Renders {@code to: alice, amount: 100}. */
    public String named(List<Parameter> parameters, List<AbiValue> values) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> {
                    String value = of(parameters.get(i).type(), values.get(i));
                    return parameters.get(i).name().isEmpty()
                            ? value
                            : parameters.get(i).name() + ": " + value;
                })
                .collect(Collectors.joining(", "));
    }

    /** Renders one value. */
    public String of(AbiType type, AbiValue value) {
        return switch (value) {
            case AbiValue.Number number -> number(type, number.value());
            case AbiValue.Bytes bytes -> type instanceof AbiType.Text ? quoted(bytes.text()) : bytes.toString();
            case AbiValue.Sequence sequence -> sequence(type, sequence.elements());
        };
    }

    private String number(AbiType type, BigInteger value) {
        return switch (type) {
            case AbiType.Bool ignored -> value.signum() == 0 ? "false" : "true";
            case AbiType.Address ignored -> names.apply(value);
            case AbiType.FixedBytes t -> "0x" + HexFormat.of().formatHex(AbiWord.bytes(value), 32 - t.size(), 32);
            case AbiType.UInt t when t.bits() == 256 && value.equals(LARGEST) -> "max(uint256)";
            case AbiType.UInt _, AbiType.Int _, AbiType.ByteString _, AbiType.Composite _ -> NumberText.value(value);
        };
    }

    private String sequence(AbiType type, List<AbiValue> elements) {
        return switch (type) {
            case AbiType.Tuple tuple -> "(" + named(tuple.components(), elements) + ")";
            case AbiType.Array array ->
                elements.stream().map(e -> of(array.element(), e)).collect(Collectors.joining(", ", "[", "]"));
            case AbiType.Word _, AbiType.ByteString _ -> elements.toString();
        };
    }

    private static String quoted(String text) {
        String shown = text.codePoints()
                .map(c -> Character.isISOControl(c) ? '.' : c)
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + shown.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
