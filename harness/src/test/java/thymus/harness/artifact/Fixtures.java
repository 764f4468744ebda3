package thymus.harness.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contracts of Layout.sol in the shapes that the common tools leave behind. */
public final class Fixtures {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Fixtures() {}

    /** The standard JSON output of solc. */
    public static Path standard() {
        try {
            return Path.of(Fixtures.class.getResource("/layout/Layout.json").toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode contract(String name) {
        try {
            return MAPPER.readTree(standard().toFile()).at("/contracts").get("src/Layout.sol").get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode foundry(String name) {
        JsonNode contract = contract(name);
        ObjectNode artifact = MAPPER.createObjectNode();
        artifact.set("abi", contract.get("abi"));
        artifact.set("bytecode", prefixed(contract.at("/evm/bytecode")));
        artifact.set("deployedBytecode", prefixed(contract.at("/evm/deployedBytecode")));
        artifact.set("storageLayout", contract.get("storageLayout"));
        artifact.set("rawMetadata", contract.get("metadata"));
        return artifact;
    }

    static ObjectNode hardhat(String name) {
        JsonNode contract = contract(name);
        ObjectNode artifact = MAPPER.createObjectNode();
        artifact.put("_format", "hh-sol-artifact-1");
        artifact.put("contractName", name);
        artifact.put("sourceName", "src/Layout.sol");
        artifact.set("abi", contract.get("abi"));
        artifact.put("bytecode", "0x" + contract.at("/evm/bytecode/object").textValue());
        artifact.put("deployedBytecode", "0x" + contract.at("/evm/deployedBytecode/object").textValue());
        artifact.set("linkReferences", contract.at("/evm/bytecode/linkReferences"));
        return artifact;
    }

    /** Hardhat's build information. */
    static ObjectNode build() {
        try {
            ObjectNode build = MAPPER.createObjectNode();
            build.put("solcVersion", "0.8.30");
            build.set("output", MAPPER.readTree(standard().toFile()));
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, Object json) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode prefixed(JsonNode code) {
        ObjectNode copy = code.deepCopy();
        return copy.put("object", "0x" + code.get("object").textValue());
    }
}
