package thymus.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thymus.fixtures.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each source of a folder has an artifact, and each artifact was compiled from the sources as they are now. */
class ArtifactSourcesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEND = "run \"npm run compile\" in corpus";

    private final Path corpus = Repository.at("corpus");

    static List<String> folders() throws IOException {
        return ArtifactsAreCurrentTest.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everySourceIsCompiled(String folder) throws IOException {
        List<String> artifacts = names(corpus.resolve(folder).resolve("artifacts"), ".json");
        List<String> missing = names(corpus.resolve(folder), ".sol").stream()
                .filter(source -> !artifacts.contains(source))
                .toList();
        assertEquals(List.of(), missing, MEND);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noSourceHasChangedSince(String folder) throws IOException {
        Path artifacts = corpus.resolve(folder).resolve("artifacts");
        Map<String, String> then = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        for (String name : names(artifacts, ".json")) {
            JsonNode sources = JSON.readTree(artifacts.resolve(name + ".json")).path("sources");
            for (Map.Entry<String, JsonNode> source : sources.properties()) {
                String place = name + " of " + source.getKey();
                then.put(place, source.getValue().path("sha256").asString());
                now.put(place, digest(corpus.resolve(source.getKey())));
            }
        }
        assertEquals(then, now, MEND);
    }

    private static String digest(Path source) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(source));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Names without the ending. */
    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
