package thymus.contracts.artifact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.evm.primitive.Keccak;
import tools.jackson.databind.JsonNode;

/**
 * The text of source files, as given to the compiler if that was kept, otherwise as it is on disk beside the project.
 */
final class SourceTexts {
    private static final int DEEPEST = 8;
    private static final long LARGEST = 10_000_000;

    private final JsonNode input;
    private final JsonNode metadata;
    private final Path artifact;

    /**
     * @param input the compiler's input; may be missing
     * @param metadata the compiler's facts about its sources, including their hashes; may be missing
     * @param artifact the file around which sources are searched
     */
    SourceTexts(JsonNode input, JsonNode metadata, Path artifact) {
        this.input = input;
        this.metadata = metadata;
        this.artifact = artifact.toAbsolutePath().normalize();
    }

    Optional<byte[]> of(String name) {
        JsonNode kept = input.path("sources").path(name).path("content");
        return kept.isString() ? Optional.of(kept.stringValue().getBytes(StandardCharsets.UTF_8)) : onDisk(name);
    }

    /** Searches the folders above the artifact and their packages: source names are relative to the project. */
    private Optional<byte[]> onDisk(String name) {
        Path folder = artifact.getParent();
        // The root of a file system is not a project.
        for (int i = 0; i < DEEPEST && folder != null && folder.getParent() != null; i++, folder = folder.getParent()) {
            for (Path base : bases(folder)) {
                Optional<byte[]> text = read(base, name).filter(t -> isCompiled(name, t));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    /** Where the sources of a project are, as its tools lay it out. */
    private static List<Path> bases(Path project) {
        return List.of(project, project.resolve("node_modules"), project.resolve("src"), project.resolve("contracts"));
    }

    private static Optional<byte[]> read(Path base, String name) {
        try {
            Path file = base.resolve(name).normalize();
            return file.startsWith(base) && Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** An edited file has other line numbers. Without a hash the edit cannot be detected. */
    private boolean isCompiled(String name, byte[] text) {
        String hash = metadata.path("sources").path(name).path("keccak256").asString("");
        return hash.isEmpty()
                || hash.equals(String.format("0x%064x", Keccak.hash(text).toBigInteger()));
    }
}
