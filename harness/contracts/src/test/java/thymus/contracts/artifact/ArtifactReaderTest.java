package thymus.contracts.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.fixtures.Fixtures;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import tools.jackson.databind.node.ObjectNode;

class ArtifactReaderTest {
    @TempDir
    Path folder;

    private final Artifact layout = ArtifactStore.at(Fixtures.standard()).artifact("Layout");

    private StorageVariable variable(String name) {
        return layout.model().storage().orElseThrow().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void variablesHaveTheirPlacesAndTypes() {
        assertEquals(
                new StorageVariable("negative", BigInteger.ONE, 16, new StorageType.Value(new AbiType.Int(64), 8)),
                variable("negative"));
        assertEquals(
                new StorageType.Value(new AbiType.UInt(8), 1), variable("mode").type());
        assertEquals(
                new StorageType.Value(new AbiType.Address(), 20),
                variable("thing").type());
        assertEquals(new StorageType.ByteString(), variable("text").type());
        assertEquals(
                new StorageType.FixedArray(
                        new StorageType.Value(new AbiType.UInt(64), 8), BigInteger.valueOf(5), BigInteger.TWO),
                variable("fixedSmall").type());
        assertEquals(
                new StorageType.Mapping(
                        new AbiType.Address(),
                        new StorageType.Mapping(
                                new AbiType.FixedBytes(32), new StorageType.Value(new AbiType.Int(128), 16))),
                variable("nested").type());
        assertTrue(variable("list").type() instanceof StorageType.DynamicArray list
                && list.element() instanceof StorageType.Struct bucket
                && bucket.name().equals("Layout.Bucket")
                && bucket.slots().intValue() == 2
                && bucket.members().get(2).offset() == 20);
    }

    /** The layout does not tell what a user-defined type stands for; a function that takes one does. */
    @Test
    void userDefinedTypesKeepTheirSign() {
        assertEquals(
                new StorageType.Value(new AbiType.Int(128), 16),
                variable("price").type());
    }

    @Test
    void userDefinedTypesThatNoFunctionShowsAreGuessed() {
        ObjectNode json = Fixtures.foundry("Layout");
        json.withObject("/storageLayout/types").properties().forEach(type -> {
            if (type.getValue().path("label").asString("").equals("Price")) {
                ((ObjectNode) type.getValue()).put("label", "Drift");
            }
        });
        StorageType price = read(json).model().storage().orElseThrow().stream()
                .filter(v -> v.name().equals("price"))
                .findFirst()
                .orElseThrow()
                .type();
        assertEquals(new StorageType.Value(new AbiType.UInt(128), 16, Optional.of("Drift")), price);
    }

    @Test
    void functionsEventsAndErrorsHaveTheirSignatures() {
        Map<String, String> signatures = layout.model().functions().stream()
                .collect(Collectors.toMap(FunctionModel::name, FunctionModel::signature));
        assertEquals("setBucket(uint16,(uint128,uint32,bool,uint256))", signatures.get("setBucket"));
        assertEquals("push((uint128,uint32,bool,uint256)[],int24)", signatures.get("push"));
        assertEquals("setPrice(int128)", signatures.get("setPrice"));
        assertEquals(
                "Moved(address,uint256,string)",
                layout.model().events().getFirst().signature());
        assertEquals("TooMuch(uint256,uint256)", layout.errors().getFirst().signature());
        assertEquals("(uint256)", layout.model().constructor().orElseThrow().signature());
    }

    @Test
    void aStructThatHoldsItselfEnds() {
        ObjectNode json = Fixtures.foundry("Layout");
        json.withObject("/storageLayout").removeAll();
        json.withObject("/storageLayout")
                .withArray("storage")
                .addObject()
                .put("label", "tree")
                .put("slot", "0")
                .put("offset", 0)
                .put("type", "s");
        ObjectNode types = json.withObject("/storageLayout/types");
        types.putObject("u").put("encoding", "inplace").put("label", "uint256").put("numberOfBytes", "32");
        types.putObject("m")
                .put("encoding", "mapping")
                .put("key", "u")
                .put("value", "s")
                .put("label", "m");
        types.putObject("s")
                .put("encoding", "inplace")
                .put("label", "struct S")
                .put("numberOfBytes", "32")
                .putArray("members")
                .addObject()
                .put("label", "children")
                .put("slot", "0")
                .put("offset", 0)
                .put("type", "m");
        Artifact artifact = read(json);
        StorageType.Struct tree = (StorageType.Struct)
                artifact.model().storage().orElseThrow().getFirst().type();
        StorageType.Mapping children =
                (StorageType.Mapping) tree.members().getFirst().type();
        assertEquals(new StorageType.ByteString(), children.value());
    }

    @Test
    void eachDefectIsReportedWithFileAndPlace() {
        refused(json -> json.withObject("/bytecode").put("object", "0x600"), "/bytecode/object", "odd number");
        refused(json -> json.withObject("/bytecode").put("object", "0xzz"), "/bytecode/object", "not hexadecimal");
        refused(json -> json.withObject("/bytecode").put("object", 7), "/bytecode/object", "expected a string");
        refused(json -> json.put("bytecode", "0x00"), "/bytecode", "expected an object");
        refused(json -> json.put("abi", "x"), "/abi", "expected an array");
        refused(json -> json.withArray("abi").add(3), "/abi/", "expected an object");
        refused(json -> abiType(json, "uint257"), "/inputs/0/type", "uint257");
        refused(json -> abiType(json, "tuple"), "/inputs/0", "components");
        refused(json -> abiType(json, "uint256[999999999][999999999]"), "/inputs/0/type", "more than");
        refused(json -> abiType(json, "uint256[-1]"), "/inputs/0/type", "does not know");
        refused(json -> abiType(json, "uint256" + "[]".repeat(90)), "/inputs/0/type", "");
        refused(json -> json.withObject("/storageLayout").put("types", 1), "/storageLayout/types", "an object");
        refused(json -> json.withObject("/storageLayout").withObject("/types").removeAll(), "types", "missing");
        refused(
                json -> json.withObject("/deployedBytecode/immutableReferences")
                        .withArray("9")
                        .addObject()
                        .put("start", 999999)
                        .put("length", 32),
                "/deployedBytecode/immutableReferences",
                "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"abi\":[]} trailing",
                "{\"abi\":[],\"abi\":[]}",
                "nul",
                "\u0000\u0001",
                "{\"a\":1}",
                "[]",
                "3"
            })
    void aSingleFileThatIsNoArtifactIsRefused(String content) {
        Path file = Fixtures.write(folder.resolve("x.json"), content);
        ArtifactException e = assertThrows(
                ArtifactException.class, () -> ArtifactStore.at(file).find("V"));
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    }

    @Test
    void deepNestingIsRefused() {
        Path file = Fixtures.write(folder.resolve("x.json"), "[".repeat(1_000_000));
        ArtifactException e = assertThrows(
                ArtifactException.class, () -> ArtifactStore.at(file).find("V"));
        assertTrue(e.getMessage().contains("nesting"), e.getMessage());
    }

    private static void abiType(ObjectNode json, String type) {
        json.withArray("abi")
                .addObject()
                .put("type", "function")
                .put("name", "f")
                .withArray("inputs")
                .addObject()
                .put("name", "x")
                .put("type", type);
    }

    private void refused(Consumer<ObjectNode> defect, String place, String reason) {
        ObjectNode json = Fixtures.foundry("Layout");
        defect.accept(json);
        String message = assertThrows(ArtifactException.class, () -> read(json)).getMessage();
        assertTrue(message.contains("Layout.json at /"), message);
        assertTrue(message.contains(place) && message.contains(reason), message);
    }

    private Artifact read(ObjectNode json) {
        return ArtifactStore.at(Fixtures.write(folder.resolve("Layout.sol/Layout.json"), json))
                .artifact("Layout");
    }

    /** In the order in which they are believed. */
    @Test
    void theCompilerIsNamedByMetadataOrTheArtifactOrTheCode() {
        String solc = "a164736f6c634300081e000a";
        String metadata = "{\\\"compiler\\\":{\\\"version\\\":\\\"0.8.29+commit.1\\\"}}";
        assertEquals(Optional.of("0.8.29+commit.1"), compiler("\"metadata\": \"" + metadata + "\",", solc));
        assertEquals(
                Optional.of("0.8.29+commit.1"),
                compiler("\"metadata\": \"\", \"rawMetadata\": \"" + metadata + "\",", solc));
        assertEquals(Optional.of("0.8.28"), compiler("\"metadata\": {\"compiler\": {\"version\": \"0.8.28\"}},", solc));
        assertEquals(
                Optional.of("0.5.16"), compiler("\"compiler\": {\"name\": \"solc\", \"version\": \"0.5.16\"},", ""));
        assertEquals(Optional.of("0.8.30"), compiler("\"metadata\": \"no JSON\",", solc));
        assertEquals(Optional.empty(), compiler("", ""));
    }

    /** @param trailer behind the runtime code */
    private Optional<String> compiler(String fields, String trailer) {
        Path file = folder.resolve("out/A.sol/A.json");
        Fixtures.write(file, "{" + fields + """
                "abi": [], "bytecode": {"object": "0x00"},
                "deployedBytecode": {"object": "0x00%s"}}""".formatted(trailer));
        return ArtifactStore.at(folder.resolve("out")).artifact("A").compiler();
    }
}
