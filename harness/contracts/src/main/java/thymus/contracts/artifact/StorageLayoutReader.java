package thymus.contracts.artifact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thymus.evm.json.JsonPlace;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/** The {@code storageLayout} output of solc: {@code storage}, a list of variables, and {@code types} by id. */
final class StorageLayoutReader {
    private static final Pattern ARRAY = Pattern.compile("^(.+)\\[([0-9]{1,78})]$", Pattern.DOTALL);
    private static final BigInteger WORD = BigInteger.valueOf(32);
    private static final int DEEPEST = 64;

    private final JsonPlace types;
    private final Map<String, AbiType> userTypes;
    private final Map<String, StorageType> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private StorageLayoutReader(JsonPlace types, Map<String, AbiType> userTypes) {
        this.types = types;
        this.userTypes = userTypes;
    }

    /** @param userTypes the underlying types of user-defined value types, which the layout does not state */
    static List<StorageVariable> read(JsonPlace layout, Map<String, AbiType> userTypes) {
        List<JsonPlace> variables = layout.require("storage").elements();
        if (variables.isEmpty()) {
            return List.of();
        }
        return new StorageLayoutReader(layout.require("types").object(), userTypes).variables(variables);
    }

    private List<StorageVariable> variables(List<JsonPlace> places) {
        List<StorageVariable> variables = new ArrayList<>();
        for (JsonPlace place : places) {
            BigInteger slot = unsigned(place.require("slot"));
            int offset = place.require("offset").smallNumber(0, 31);
            StorageType type = type(place.require("type"));
            if (type instanceof StorageType.Value value && offset + value.bytes() > 32) {
                throw place.error("the variable reaches beyond its slot");
            }
            variables.add(new StorageVariable(AbiTypeReader.name(place.require("label")), slot, offset, type));
        }
        return variables;
    }

    private StorageType type(JsonPlace id) {
        String name = id.text();
        StorageType done = known.get(name);
        if (done != null) {
            return done;
        }
        // A struct may contain a mapping to itself. The inner mapping has no finite path and cannot be named.
        if (open.size() >= DEEPEST || !open.add(name)) {
            return new StorageType.ByteString();
        }
        StorageType type = build(types.require(name).object());
        open.remove(name);
        known.put(name, type);
        return type;
    }

    private StorageType build(JsonPlace place) {
        return switch (place.require("encoding").text()) {
            case "mapping" -> mapping(place);
            case "dynamic_array" -> new StorageType.DynamicArray(type(place.require("base")));
            case "bytes" -> new StorageType.ByteString();
            case "inplace" -> inplace(place);
            default -> throw place.require("encoding").error("an encoding that Thymus does not know");
        };
    }

    private StorageType mapping(JsonPlace place) {
        StorageType keys = type(place.require("key"));
        AbiType key = switch (keys) {
            case StorageType.Value value -> value.type();
            // Keys of type string and bytes are hashed the same way.
            case StorageType.ByteString ignored -> new AbiType.Bytes();
            case StorageType.Mapping _, StorageType.Struct _, StorageType.FixedArray _, StorageType.DynamicArray _ ->
                throw place.require("key").error("no type that a mapping's key can have");
        };
        Optional<String> guessed = keys instanceof StorageType.Value value ? value.guessed() : Optional.<String>empty();
        return new StorageType.Mapping(key, type(place.require("value")), guessed);
    }

    private StorageType inplace(JsonPlace place) {
        String label = place.require("label").text();
        BigInteger bytes = unsigned(place.require("numberOfBytes"));
        BigInteger slots = bytes.add(WORD).subtract(BigInteger.ONE).divide(WORD);
        if (place.get("members").isPresent()) {
            String name = label.startsWith("struct ") ? label.substring("struct ".length()) : label;
            List<StorageVariable> members = variables(place.require("members").elements());
            BigInteger end = members.stream()
                    .map(member -> member.slot().add(slots(member.type())))
                    .reduce(BigInteger.ZERO, BigInteger::max);
            return new StorageType.Struct(name, members, slots.max(end));
        }
        if (place.get("base").isPresent()) {
            Matcher length = ARRAY.matcher(label);
            if (!length.matches()) {
                throw place.error("the label \"" + label + "\" does not end with the length of the array");
            }
            StorageType element = type(place.require("base"));
            BigInteger count = new BigInteger(length.group(2));
            return new StorageType.FixedArray(element, count, slots.max(slots(element, count)));
        }
        int size = place.require("numberOfBytes").smallNumber(1, 32);
        return value(label, size, place.require("label"))
                .map(type -> new StorageType.Value(type, size))
                // Nearly all user-defined value types that no function shows are unsigned numbers.
                .orElseGet(() -> new StorageType.Value(new AbiType.UInt(8 * size), size, Optional.of(label)));
    }

    /** The slots of so many elements. The compiler says their bytes modulo 2^256: too few for a huge array. */
    private static BigInteger slots(StorageType element, BigInteger count) {
        return element instanceof StorageType.Value value && value.bytes() <= WORD.intValue() / 2
                ? count.add(BigInteger.valueOf(WORD.intValue() / value.bytes() - 1))
                        .divide(BigInteger.valueOf(WORD.intValue() / value.bytes()))
                : count.multiply(slots(element));
    }

    private static BigInteger slots(StorageType type) {
        return switch (type) {
            case StorageType.Struct s -> s.slots();
            case StorageType.FixedArray a -> a.slots();
            case StorageType.Value _, StorageType.Mapping _ -> BigInteger.ONE;
            case StorageType.DynamicArray _, StorageType.ByteString _ -> BigInteger.ONE;
        };
    }

    /** @return empty for a user-defined value type that no function shows */
    private Optional<AbiType> value(String label, int size, JsonPlace place) {
        if (label.startsWith("contract ") || label.equals("address payable")) {
            return Optional.of(new AbiType.Address());
        }
        if (label.startsWith("enum ")) {
            return Optional.of(new AbiType.UInt(8 * size));
        }
        if (label.startsWith("function ")) {
            return Optional.of(size == 24 ? new AbiType.FixedBytes(24) : new AbiType.UInt(8 * size));
        }
        if (userTypes.containsKey(label)) {
            return Optional.of(userTypes.get(label));
        }
        return label.matches("u?int[0-9]*|bytes[0-9]+|bool|address")
                ? Optional.of(AbiTypeReader.plain(label, place))
                : Optional.empty();
    }

    private static BigInteger unsigned(JsonPlace place) {
        BigInteger number = place.number();
        if (number.signum() < 0 || number.bitLength() > 256) {
            throw place.error("no 256-bit number");
        }
        return number;
    }
}
