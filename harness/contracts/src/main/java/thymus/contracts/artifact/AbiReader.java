package thymus.contracts.artifact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.json.JsonPlace;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;

/** Reads the JSON of a contract's ABI. */
final class AbiReader {
    final List<FunctionModel> functions = new ArrayList<>();
    final List<EventModel> events = new ArrayList<>();
    final List<FunctionModel> errors = new ArrayList<>();
    final Set<Artifact.Unnamed> unnamed = EnumSet.noneOf(Artifact.Unnamed.class);
    Optional<FunctionModel> constructor = Optional.empty();

    /**
     * The underlying types of user-defined value types, as far as the interface shows them: {@code Price} is an int128.
     */
    final Map<String, AbiType> userTypes = new HashMap<>();

    AbiReader(JsonPlace abi) {
        abi.elements().forEach(this::entry);
    }

    private void entry(JsonPlace entry) {
        // By the ABI specification, an absent type means a function.
        switch (entry.object().get("type").map(JsonPlace::text).orElse("function")) {
            case "function" -> functions.add(function(name(entry), entry));
            case "constructor" -> constructor = Optional.of(function("", entry));
            case "error" -> errors.add(new FunctionModel(name(entry), inputs(entry), List.of(), Mutability.PURE));
            case "event" -> events.add(event(entry));
            case "receive" -> unnamed.add(Artifact.Unnamed.RECEIVE);
            case "fallback" ->
                unnamed.add(
                        mutability(entry) == Mutability.PAYABLE
                                ? Artifact.Unnamed.PAYABLE_FALLBACK
                                : Artifact.Unnamed.FALLBACK);
            default ->
                throw entry.error("an ABI entry of unknown type \""
                        + entry.require("type").text() + "\"");
        }
    }

    private FunctionModel function(String name, JsonPlace entry) {
        List<Parameter> outputs = entry.get("outputs").map(this::parameters).orElse(List.of());
        return new FunctionModel(name, inputs(entry), outputs, mutability(entry));
    }

    private EventModel event(JsonPlace entry) {
        List<EventModel.Field> fields = new ArrayList<>();
        for (JsonPlace input : entry.get("inputs").map(JsonPlace::elements).orElse(List.of())) {
            Parameter parameter = parameter(input);
            boolean indexed = input.get("indexed").map(JsonPlace::truth).orElse(false);
            fields.add(new EventModel.Field(parameter.name(), parameter.type(), indexed));
        }
        return new EventModel(
                name(entry),
                fields,
                entry.get("anonymous").map(JsonPlace::truth).orElse(false));
    }

    private List<Parameter> inputs(JsonPlace entry) {
        return entry.get("inputs").map(this::parameters).orElse(List.of());
    }

    private List<Parameter> parameters(JsonPlace list) {
        return list.elements().stream().map(this::parameter).toList();
    }

    private Parameter parameter(JsonPlace place) {
        AbiType type = AbiTypeReader.read(place.object());
        place.get("internalType").filter(JsonPlace::isText).ifPresent(internal -> userTypes.put(internal.text(), type));
        return new Parameter(AbiTypeReader.optionalName(place), type);
    }

    private static String name(JsonPlace entry) {
        return AbiTypeReader.name(entry.require("name"));
    }

    private static Mutability mutability(JsonPlace entry) {
        Optional<JsonPlace> written = entry.get("stateMutability");
        if (written.isPresent()) {
            return switch (written.get().text()) {
                case "pure" -> Mutability.PURE;
                case "view" -> Mutability.VIEW;
                case "nonpayable" -> Mutability.NONPAYABLE;
                case "payable" -> Mutability.PAYABLE;
                default -> throw written.get().error("no state mutability that Solidity has");
            };
        }
        // solc before 0.5 wrote two flags.
        if (entry.get("constant").map(JsonPlace::truth).orElse(false)) {
            return Mutability.VIEW;
        }
        return entry.get("payable").map(JsonPlace::truth).orElse(false) ? Mutability.PAYABLE : Mutability.NONPAYABLE;
    }
}
