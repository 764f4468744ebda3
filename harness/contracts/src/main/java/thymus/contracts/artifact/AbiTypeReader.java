package thymus.contracts.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import thymus.evm.json.JsonPlace;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;

/** Reads the names of types in an ABI: {@code uint256}, {@code bytes4[2][]}, {@code tuple[]} with components. */
final class AbiTypeReader {
    /**
     * The limit keeps hostile files from filling the memory. Larger values could not be passed within a block's gas.
     */
    private static final long MOST_WORDS = 1 << 16;

    private static final int DEEPEST = 32;

    private AbiTypeReader() {}

    static AbiType read(JsonPlace parameter) {
        return read(parameter, 0);
    }

    private static AbiType read(JsonPlace parameter, int depth) {
        JsonPlace place = parameter.require("type");
        String name = place.text();
        if (depth > DEEPEST || name.length() > 200) {
            throw place.error("the type is nested more deeply than " + DEEPEST + " levels");
        }
        int bracket = name.indexOf('[');
        String base = bracket < 0 ? name : name.substring(0, bracket);
        AbiType type = base.equals("tuple") ? tuple(parameter, depth) : plain(base, place);
        return bracket < 0 ? type : arrays(type, name.substring(bracket), place);
    }

    /** The name of a function, event or value. It is validated because it reaches the terminal. */
    static String name(JsonPlace place) {
        if (!place.text().matches("[A-Za-z_$][A-Za-z0-9_$]{0,500}")) {
            throw place.error("no Solidity name");
        }
        return place.text();
    }

    /** The name of a value, which may be missing. */
    static String optionalName(JsonPlace parameter) {
        return parameter
                .get("name")
                .filter(n -> !n.text().isEmpty())
                .map(AbiTypeReader::name)
                .orElse("");
    }

    private static AbiType tuple(JsonPlace parameter, int depth) {
        List<Parameter> components = new ArrayList<>();
        long words = 0;
        for (JsonPlace component : parameter.require("components").elements()) {
            AbiType type = read(component.object(), depth + 1);
            words += type.headWords();
            components.add(new Parameter(optionalName(component), type));
        }
        return bounded(new AbiType.Tuple(components), words, parameter);
    }

    private static AbiType arrays(AbiType element, String suffix, JsonPlace place) {
        AbiType type = element;
        int levels = 0;
        for (int at = 0; at < suffix.length(); ) {
            int end = suffix.indexOf(']', at);
            if (suffix.charAt(at) != '[' || end < 0 || ++levels > DEEPEST) {
                throw unknown(place);
            }
            String length = suffix.substring(at + 1, end);
            if (length.isEmpty()) {
                type = new AbiType.Array(type, OptionalInt.empty());
            } else if (length.matches("[0-9]{1,9}")) {
                int count = Integer.parseInt(length);
                type = bounded(
                        new AbiType.Array(type, OptionalInt.of(count)),
                        Math.multiplyFull(count, type.headWords()),
                        place);
            } else {
                throw unknown(place);
            }
            at = end + 1;
        }
        return type;
    }

    private static AbiType bounded(AbiType type, long words, JsonPlace place) {
        if (words > MOST_WORDS) {
            throw place.error("a value of this type takes more than " + MOST_WORDS + " words; Thymus cannot pass it");
        }
        return type;
    }

    /** The type without brackets that has this ABI name. */
    static AbiType plain(String name, JsonPlace place) {
        return switch (name) {
            case "bool" -> new AbiType.Bool();
            case "address" -> new AbiType.Address();
            case "bytes" -> new AbiType.Bytes();
            case "string" -> new AbiType.Text();
            // A function value is an address and a selector, encoded as 24 bytes.
            case "function" -> new AbiType.FixedBytes(24);
            default -> sized(name, place);
        };
    }

    private static AbiType sized(String name, JsonPlace place) {
        int digits = name.length();
        while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        if (name.length() - digits <= 3) {
            int size = digits == name.length() ? 256 : Integer.parseInt(name.substring(digits));
            boolean width = size >= 8 && size <= 256 && size % 8 == 0;
            switch (name.substring(0, digits)) {
                case "uint" -> {
                    if (width) {
                        return new AbiType.UInt(size);
                    }
                }
                case "int" -> {
                    if (width) {
                        return new AbiType.Int(size);
                    }
                }
                case "bytes" -> {
                    if (size >= 1 && size <= 32) {
                        return new AbiType.FixedBytes(size);
                    }
                }
                default -> {}
            }
        }
        throw unknown(place);
    }

    private static RuntimeException unknown(JsonPlace place) {
        return place.error("Thymus does not know the ABI type \"" + place.text() + "\"");
    }
}
