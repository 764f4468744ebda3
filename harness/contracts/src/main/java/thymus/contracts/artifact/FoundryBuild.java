package thymus.contracts.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.evm.json.JsonFile;
import tools.jackson.databind.JsonNode;

/**
 * The record of a compiler run that Foundry keeps in {@code out/build-info}.
 *
 * @param names of the sources by number
 * @param input of the compiler; missing unless the project asks for it
 */
record FoundryBuild(Map<Integer, String> names, JsonNode input) {
    private static final int DEEPEST = 12;
    /** There is one file for each run that compiled something; the newest are searched. */
    private static final int MOST = 16;

    /**
     * The newest run in which the artifact's source has the artifact's number. No artifact names the run that made it.
     */
    static Optional<FoundryBuild> of(Path artifact, int number, String source) {
        for (Path file : files(artifact.toAbsolutePath().getParent())) {
            try {
                JsonNode build = JsonFile.read(file, ArtifactReader.LARGEST_FILE, ArtifactException::new)
                        .node();
                Map<Integer, String> names = names(build.path("source_id_to_path"));
                if (source.equals(names.get(number))) {
                    return Optional.of(new FoundryBuild(names, build.path("input")));
                }
            } catch (ArtifactException e) {
                // An unreadable file is skipped; another one may match.
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, String> names(JsonNode table) {
        Map<Integer, String> names = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            if (entry.getKey().matches("[0-9]{1,9}") && entry.getValue().isString()) {
                names.put(Integer.parseInt(entry.getKey()), entry.getValue().stringValue());
            }
        }
        return names;
    }

    private static List<Path> files(Path from) {
        Path folder = from;
        for (int i = 0; i < DEEPEST && folder != null; i++, folder = folder.getParent()) {
            Path builds = folder.resolve("build-info");
            if (Files.isDirectory(builds)) {
                try (Stream<Path> listed = Files.list(builds)) {
                    List<Path> files = new ArrayList<>(
                            listed.filter(f -> f.toString().endsWith(".json")).toList());
                    files.sort(Comparator.comparingLong((Path f) -> f.toFile().lastModified())
                            .reversed());
                    return files.subList(0, Math.min(MOST, files.size()));
                } catch (IOException e) {
                    return List.of();
                }
            }
        }
        return List.of();
    }
}
