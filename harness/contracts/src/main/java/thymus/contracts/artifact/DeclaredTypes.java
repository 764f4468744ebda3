package thymus.contracts.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import thymus.evm.json.JsonFile;
import thymus.spec.contract.FunctionModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The types of parameters as Solidity declares them: {@code contract Token} where the ABI says address. */
public final class DeclaredTypes {
    private DeclaredTypes() {}

    /**
     * The declared types of the parameters of the constructor, or of another function.
     *
     * @param function one of the contract's; its constructor has no name
     * @return one for each parameter, empty where the artifact does not say
     */
    public static List<Optional<String>> of(Artifact contract, FunctionModel function) {
        JsonNode entry = StreamSupport.stream(abi(contract).spliterator(), false)
                .filter(e -> isMeant(e, function))
                .findFirst()
                .orElse(MissingNode.getInstance());
        List<Optional<String>> types = new ArrayList<>();
        for (int i = 0; i < function.inputs().size(); i++) {
            String type = entry.path("inputs").path(i).path("internalType").asString("");
            types.add(Optional.of(type).filter(t -> t.matches("[A-Za-z0-9_$.\\[\\] ]{1,300}")));
        }
        return types;
    }

    private static JsonNode abi(Artifact contract) {
        JsonNode top = JsonFile.read(contract.file(), ArtifactReader.LARGEST_FILE, ArtifactException::new)
                .node();
        JsonNode output = top.path("output").isObject() ? top.path("output") : top;
        return output.path("contracts").isObject()
                ? output.path("contracts")
                        .path(contract.source())
                        .path(contract.name())
                        .path("abi")
                : top.path("abi");
    }

    private static boolean isMeant(JsonNode entry, FunctionModel function) {
        String kind = function.name().isEmpty() ? "constructor" : "function";
        return entry.path("type").asString("function").equals(kind)
                && entry.path("name").asString("").equals(function.name())
                && entry.path("inputs").size() == function.inputs().size();
    }
}
