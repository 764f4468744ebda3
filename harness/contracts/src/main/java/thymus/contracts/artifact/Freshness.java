package thymus.contracts.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.json.JsonFile;
import thymus.evm.primitive.Keccak;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Checks whether a source was changed after its compilation. */
final class Freshness {
    private static final int HIGHEST = 12;
    /** Standard output of whole projects is too large to be read a second time. */
    private static final long LARGEST = 8 << 20;

    private Freshness() {}

    /**
     * A source of the contract that is newer than the artifact. If the compiler kept the hash of the text, a file with
     * the same text is not newer.
     *
     * @return empty also if the sources are missing
     */
    static Optional<Path> newerSource(Artifact artifact) {
        try {
            FileTime compiled = Files.getLastModifiedTime(artifact.file());
            JsonNode sources = hashes(artifact.file());
            for (String name : names(artifact, sources)) {
                Optional<Path> source = find(artifact.file(), name);
                if (source.isPresent()
                        && Files.getLastModifiedTime(source.get()).compareTo(compiled) > 0
                        && !isSame(
                                source.get(),
                                sources.path(name).path("keccak256").asString(""))) {
                    return source;
                }
            }
        } catch (IOException | ArtifactException e) {
            // The check is a hint only.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static JsonNode hashes(Path artifact) throws IOException {
        JsonNode nothing = MissingNode.getInstance();
        return Files.size(artifact) > LARGEST
                ? nothing
                : Metadata.node(JsonFile.read(artifact, LARGEST, ArtifactException::new)
                                .node())
                        .path("sources");
    }

    private static List<String> names(Artifact artifact, JsonNode sources) {
        List<String> names = new ArrayList<>(List.of(artifact.source()));
        names.addAll(sources.propertyNames());
        return names;
    }

    /** Names of sources are relative to the root of the project, which is above the artifact. */
    static Optional<Path> find(Path artifact, String name) {
        if (name.isEmpty() || (!name.endsWith(".sol") && !name.endsWith(".vy")) || name.contains("\0")) {
            return Optional.empty();
        }
        Path folder = artifact.toAbsolutePath().normalize().getParent();
        for (int i = 0; i < HIGHEST && folder != null; i++, folder = folder.getParent()) {
            Path source = folder.resolve(name);
            if (Files.isRegularFile(source)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Path source, String hash) throws IOException {
        return !hash.isEmpty()
                && hash.equals("0x%064x"
                        .formatted(Keccak.hash(Files.readAllBytes(source)).toBigInteger()));
    }
}
