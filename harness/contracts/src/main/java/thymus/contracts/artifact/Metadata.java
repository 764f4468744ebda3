package thymus.contracts.artifact;

import java.util.Map;
import java.util.Optional;
import thymus.evm.json.JsonPlace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The compiler's metadata of a contract. It is optional, so nothing here fails. */
final class Metadata {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Metadata() {}

    record Target(String source, String name) {}

    private static Optional<JsonNode> of(JsonPlace contract) {
        return Optional.of(node(contract.node()));
    }

    /** The metadata, or a missing node. Foundry stores it as an object, solc as a string of JSON. */
    static JsonNode node(JsonNode contract) {
        return read(contract.path("metadata"))
                .or(() -> read(contract.path("rawMetadata")))
                .orElse(MissingNode.getInstance());
    }

    /** @return empty if it states nothing */
    private static Optional<JsonNode> read(JsonNode metadata) {
        if (!metadata.isString()) {
            return Optional.of(metadata).filter(JsonNode::isObject);
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(metadata.stringValue())).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The compiler's version, from the metadata or from a field of the same form in the artifact. */
    static Optional<String> compiler(JsonPlace contract) {
        return of(contract).flatMap(Metadata::version).or(() -> version(contract.node()));
    }

    private static Optional<String> version(JsonNode node) {
        return Optional.of(node.path("compiler").path("version"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank());
    }

    /** The source unit and contract that a Foundry artifact was compiled from. */
    static Optional<Target> target(JsonPlace contract) {
        return of(contract)
                .map(m -> m.path("settings").path("compilationTarget"))
                .filter(target -> target.isObject() && target.size() == 1)
                .map(target -> target.properties().iterator().next())
                .filter(target -> target.getValue().isString())
                .map((Map.Entry<String, JsonNode> target) ->
                        new Target(target.getKey(), target.getValue().stringValue()));
    }
}
