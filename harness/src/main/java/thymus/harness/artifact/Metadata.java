package thymus.harness.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import thymus.harness.json.JsonPlace;

/** What the compiler's metadata says of a contract; it is optional everywhere, so nothing here fails. */
final class Metadata {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Metadata() {}

    record Target(String source, String name) {}

    /** Foundry keeps the metadata as an object, solc as a string of JSON. */
    private static Optional<JsonNode> of(JsonPlace contract) {
        Optional<JsonPlace> metadata = contract.get("metadata").or(() -> contract.get("rawMetadata"));
        if (metadata.isEmpty()) {
            return Optional.empty();
        }
        if (!metadata.get().isText()) {
            return Optional.of(metadata.get().node());
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(metadata.get().text()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static Optional<String> compiler(JsonPlace contract) {
        return of(contract)
                .map(m -> m.path("compiler").path("version"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /** The source unit and contract that a Foundry artifact was compiled from. */
    static Optional<Target> target(JsonPlace contract) {
        return of(contract)
                .map(m -> m.path("settings").path("compilationTarget"))
                .filter(target -> target.isObject() && target.size() == 1)
                .map(target -> target.properties().iterator().next())
                .filter(target -> target.getValue().isTextual())
                .map((Map.Entry<String, JsonNode> target) ->
                        new Target(target.getKey(), target.getValue().textValue()));
    }
}
