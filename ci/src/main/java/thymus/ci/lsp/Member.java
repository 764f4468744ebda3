package thymus.ci.lsp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.contracts.artifact.Artifact;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * What can be selected from a contract or a struct.
 *
 * @param detail its type or signature
 * @param place of a variable in storage, in words; empty for others
 * @param type of a variable; empty for others
 */
record Member(String name, Kind kind, String detail, Optional<String> place, Optional<StorageType> type) {
    enum Kind {
        VARIABLE,
        VIEW,
        FUNCTION,
        EVENT
    }

    static List<Member> of(Artifact contract) {
        List<Member> members = new ArrayList<>();
        contract.model().storage().orElse(List.of()).forEach(v -> members.add(variable(v, "slot ")));
        contract.model().functions().forEach(f -> members.add(function(f)));
        contract.model().events().forEach(e -> members.add(event(e)));
        return members;
    }

    /** What can be selected from a variable of the type; nothing from a single value. */
    static List<Member> in(StorageType type) {
        return switch (type) {
            case StorageType.Struct struct ->
                struct.members().stream()
                        .map(m -> variable(m, "in its struct: slot +"))
                        .toList();
            case StorageType.DynamicArray _ ->
                List.of(new Member("length", Kind.VARIABLE, "uint256", Optional.empty(), Optional.empty()));
            case StorageType.Value _, StorageType.Mapping _, StorageType.FixedArray _, StorageType.ByteString _ ->
                List.of();
        };
    }

    /** The type of an element. */
    static Optional<StorageType> element(StorageType type) {
        return switch (type) {
            case StorageType.Mapping mapping -> Optional.of(mapping.value());
            case StorageType.FixedArray array -> Optional.of(array.element());
            case StorageType.DynamicArray array -> Optional.of(array.element());
            case StorageType.Value _, StorageType.Struct _, StorageType.ByteString _ -> Optional.empty();
        };
    }

    private static Member variable(StorageVariable variable, String where) {
        int bytes = variable.type() instanceof StorageType.Value value ? value.bytes() : 32;
        String place = where + number(variable.slot()) + ", offset " + variable.offset() + ", " + bytes
                + (bytes == 1 ? " byte" : " bytes");
        return new Member(
                variable.name(),
                Kind.VARIABLE,
                type(variable.type()),
                Optional.of(place),
                Optional.of(variable.type()));
    }

    private static String number(BigInteger slot) {
        return slot.bitLength() <= 32 ? slot.toString() : "0x" + slot.toString(16);
    }

    static String type(StorageType type) {
        return switch (type) {
            case StorageType.Value value -> value.guessed().orElse(value.type().canonicalName());
            case StorageType.Mapping mapping ->
                "mapping(" + mapping.key().canonicalName() + " => " + type(mapping.value()) + ")";
            case StorageType.Struct struct -> "struct " + struct.name();
            case StorageType.FixedArray array -> type(array.element()) + "[" + array.length() + "]";
            case StorageType.DynamicArray array -> type(array.element()) + "[]";
            case StorageType.ByteString _ -> "bytes or string";
        };
    }

    private static Member function(FunctionModel function) {
        String results = function.outputs().isEmpty() ? "" : " returns (" + parameters(function.outputs()) + ")";
        String detail = function.name() + "(" + parameters(function.inputs()) + ")"
                + (function.mutability().changesState() ? "" : " view")
                + results;
        Kind kind = function.mutability().changesState() ? Kind.FUNCTION : Kind.VIEW;
        return new Member(function.name(), kind, detail, Optional.empty(), Optional.empty());
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.stream().map(p -> typed(p.type(), p.name())).collect(Collectors.joining(", "));
    }

    private static String typed(AbiType type, String name) {
        return (type.canonicalName() + " " + name).strip();
    }

    private static Member event(EventModel event) {
        String detail = event.fields().stream()
                .map(f -> typed(f.type(), f.name()))
                .collect(Collectors.joining(", ", "event " + event.name() + "(", ")"));
        return new Member(event.name(), Kind.EVENT, detail, Optional.empty(), Optional.empty());
    }
}
