package thymus.contracts.artifact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import thymus.evm.json.JsonFile;
import thymus.evm.json.JsonPlace;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.PrintableText;

/** Detects which of the three artifact formats a file has and reads it. */
final class ArtifactReader {
    /** A larger file is not an artifact; build information with syntax trees of a large project fits. */
    static final long LARGEST_FILE = 100_000_000;

    private ArtifactReader() {}

    /** A contract in a file. Its name is known, and the rest is read on demand. */
    record Entry(String source, String name, Path file, Supplier<Artifact> artifact) {}

    /**
     * Reads a file.
     *
     * @return empty if the file is JSON but holds no contract
     * @throws ArtifactException if it says that the compilation failed, too
     */
    static List<Entry> read(Path file) {
        JsonPlace top = JsonFile.read(file, LARGEST_FILE, ArtifactException::new);
        if (!top.isObject()) {
            return List.of();
        }
        Optional<JsonPlace> output = top.get("output").filter(JsonPlace::isObject);
        Optional<JsonPlace> contracts = output.orElse(top).get("contracts").filter(JsonPlace::isObject);
        List<Entry> entries = contracts.map(ArtifactReader::standard).orElse(List.of());
        if (entries.isEmpty()) {
            refuseFailure(output.orElse(top));
        }
        if (contracts.isPresent()) {
            return entries;
        }
        if (top.get("abi").isEmpty()) {
            return List.of();
        }
        return List.of(top.get("contractName").isPresent() ? hardhat(top) : foundry(top));
    }

    /** The output of solc holds its errors in place of contracts. */
    private static void refuseFailure(JsonPlace output) {
        for (JsonPlace error : output.get("errors").map(JsonPlace::elements).orElse(List.of())) {
            boolean isFatal = error.get("severity")
                    .filter(s -> s.isText() && s.text().equals("error"))
                    .isPresent();
            Optional<String> message = Stream.of("formattedMessage", "message")
                    .flatMap(field -> error.get(field).filter(JsonPlace::isText).stream())
                    .map(text -> text.text().strip().lines().findFirst().orElse(""))
                    .findFirst();
            if (isFatal && message.isPresent()) {
                throw new ArtifactException(
                        output.file() + ": solc did not compile it: " + PrintableText.of(message.get()));
            }
        }
    }

    /** solc standard JSON output: {@code contracts[file][name]}. */
    private static List<Entry> standard(JsonPlace contracts) {
        List<Entry> entries = new ArrayList<>();
        for (String source : contracts.fields()) {
            JsonPlace unit = contracts.require(source);
            for (String name : unit.fields()) {
                JsonPlace contract = unit.require(name).object();
                entries.add(new Entry(source, name, contract.file(), () -> standard(source, name, contract)));
            }
        }
        return entries;
    }

    private static Artifact standard(String source, String name, JsonPlace contract) {
        JsonPlace evm = contract.get("evm")
                .orElseThrow(() -> contract.error("there is no bytecode: compile it with evm.bytecode and"
                        + " evm.deployedBytecode in outputSelection"));
        Optional<JsonPlace> creation = evm.get("bytecode");
        Optional<JsonPlace> runtime = evm.get("deployedBytecode");
        return artifact(
                source,
                name,
                contract.require("abi"),
                code(creation),
                code(runtime),
                contract.get("storageLayout"),
                Metadata.compiler(contract));
    }

    private static Entry foundry(JsonPlace top) {
        Path file = top.file();
        String stem = file.getFileName().toString().replaceFirst("(\\.[^.]+)*\\.json$", "");
        Path folder = file.toAbsolutePath().getParent().getFileName();
        Optional<Metadata.Target> target = Metadata.target(top);
        String source = target.map(Metadata.Target::source).orElse(folder == null ? "" : folder.toString());
        String name = target.map(Metadata.Target::name).orElse(stem);
        return new Entry(
                source,
                name,
                file,
                () -> artifact(
                        source,
                        name,
                        top.require("abi"),
                        code(top.get("bytecode")),
                        code(top.get("deployedBytecode")),
                        top.get("storageLayout"),
                        Metadata.compiler(top)));
    }

    private static Entry hardhat(JsonPlace top) {
        String name = top.require("contractName").text();
        String source = top.require("sourceName").text();
        return new Entry(source, name, top.file(), () -> {
            Optional<JsonPlace> build = HardhatBuild.contract(top);
            Optional<JsonPlace> immutables = build.flatMap(b -> b.get("evm"))
                    .flatMap(e -> e.get("deployedBytecode"))
                    .flatMap(c -> c.get("immutableReferences"))
                    .or(() -> top.get("immutableReferences"));
            return artifact(
                    source,
                    name,
                    top.require("abi"),
                    CodeReader.read(top.get("bytecode"), Optional.empty(), top.get("linkReferences")),
                    CodeReader.read(top.get("deployedBytecode"), immutables, top.get("deployedLinkReferences")),
                    build.flatMap(b -> b.get("storageLayout")),
                    build.flatMap(Metadata::compiler));
        });
    }

    private static ArtifactCode code(Optional<JsonPlace> place) {
        return place.map(JsonPlace::object)
                .map(code -> CodeReader.read(
                        code.get("object"), code.get("immutableReferences"), code.get("linkReferences")))
                .orElse(ArtifactCode.NONE);
    }

    private static Artifact artifact(
            String source,
            String name,
            JsonPlace abi,
            ArtifactCode creation,
            ArtifactCode runtime,
            Optional<JsonPlace> layout,
            Optional<String> compiler) {
        AbiReader reader = new AbiReader(abi);
        Optional<List<StorageVariable>> storage = layout.map(l -> StorageLayoutReader.read(l, reader.userTypes));
        ContractModel model = new ContractModel(name, reader.constructor, reader.functions, reader.events, storage);
        return new Artifact(
                name,
                source,
                abi.file(),
                model,
                reader.errors,
                reader.unnamed,
                creation,
                runtime,
                compiler.or(() -> CodeTrailer.compiler(runtime.bytes())));
    }
}
