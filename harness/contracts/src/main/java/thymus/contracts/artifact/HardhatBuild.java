package thymus.contracts.artifact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import thymus.evm.json.JsonFile;
import thymus.evm.json.JsonPlace;

/**
 * The whole compiler output, which Hardhat keeps in {@code artifacts/build-info}. An artifact alone has neither a
 * storage layout nor immutable references.
 */
final class HardhatBuild {
    private static final int DEEPEST = 12;

    private HardhatBuild() {}

    /** The contract's entry in the build information, if there is one. */
    static Optional<JsonPlace> contract(JsonPlace artifact) {
        String source = artifact.get("inputSourceName")
                .orElseGet(() -> artifact.require("sourceName"))
                .text();
        return build(artifact)
                .flatMap(build -> build.get("output"))
                .flatMap(output -> output.get("contracts"))
                .flatMap(contracts -> contracts.get(source))
                .flatMap(unit -> unit.get(artifact.require("contractName").text()));
    }

    /** The build information that the artifact points to. */
    static Optional<JsonPlace> build(JsonPlace artifact) {
        return file(artifact).map(file -> JsonFile.read(file, ArtifactReader.LARGEST_FILE, ArtifactException::new));
    }

    /** The compiler's input, which Hardhat 3 keeps in its own file beside the output. */
    static Optional<JsonPlace> input(JsonPlace artifact) {
        return file(artifact)
                .map(file -> file.resolveSibling(file.getFileName().toString().replace(".output.json", ".json")))
                .filter(Files::isRegularFile)
                .map(file -> JsonFile.read(file, ArtifactReader.LARGEST_FILE, ArtifactException::new));
    }

    private static Optional<Path> file(JsonPlace artifact) {
        Path path = artifact.file().toAbsolutePath();
        Optional<String> name = artifact.get("buildInfoId").map(id -> id.text() + ".output.json");
        if (name.isEmpty()) {
            // Hardhat 2 names it in a file beside the artifact.
            String debug = path.getFileName().toString().replaceFirst("\\.json$", ".dbg.json");
            Path pointer = path.resolveSibling(debug);
            if (Files.isRegularFile(pointer)) {
                name = JsonFile.read(pointer, 1_000_000, ArtifactException::new)
                        .get("buildInfo")
                        .map(JsonPlace::text);
            }
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        // Only the file name is used, in the folder above the artifact; the path of a hostile pointer could lead
        // anywhere.
        String last = name.get().substring(name.get().replace('\\', '/').lastIndexOf('/') + 1);
        Path folder = path.getParent();
        for (int i = 0; i < DEEPEST && folder != null; i++, folder = folder.getParent()) {
            Path candidate = folder.resolve("build-info").resolve(last);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
