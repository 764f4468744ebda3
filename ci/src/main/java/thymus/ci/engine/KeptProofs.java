package thymus.ci.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import thymus.ci.check.ProofResult;
import thymus.evm.primitive.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proofs of earlier checks, by what they prove. Each is a folder with the queries and a file that says what was proved;
 * it is whole or not there. The folder belongs to the user and lies outside of any project, so that no project brings
 * proofs along.
 */
public final class KeptProofs {
    private static final String ENTRY = "proof.json";
    /** The oldest are removed beyond that; a proof takes some 100 kB. */
    private static final int MOST = 1000;

    private static final long LARGEST_ENTRY = 1 << 20;
    private static final int LARGEST_QUERY = 1 << 26;
    private static final String PACKED = ".gz";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param folder may not exist yet */
    public KeptProofs(Path folder) {
        this.folder = folder;
    }

    /** The proofs in the user's cache folder (XDG Base Directory Specification). */
    public static KeptProofs ofUser(Map<String, String> environment, Path home) {
        Path cache = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(set -> !set.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"));
        return new KeptProofs(cache.resolve("thymus").resolve("proofs"));
    }

    /**
     * @param evidence the folder that the queries are copied to
     * @return empty if there is none, or if it is damaged
     */
    Optional<ProofResult.Proved> find(String key, Path evidence) {
        Path entry = folder.resolve(key);
        try {
            if (!Files.isRegularFile(entry.resolve(ENTRY)) || Files.size(entry.resolve(ENTRY)) > LARGEST_ENTRY) {
                return Optional.empty();
            }
            JsonNode json = JSON.readTree(Files.readString(entry.resolve(ENTRY)));
            List<Path> queries = new ArrayList<>();
            for (JsonNode query : json.path("queries")) {
                String name =
                        Path.of(query.path("file").asString("")).getFileName().toString();
                byte[] content = unpacked(entry.resolve(name + PACKED));
                if (!Sha256.hex(content).equals(query.path("sha256").asString(""))) {
                    return Optional.empty();
                }
                Files.createDirectories(evidence);
                queries.add(Files.write(evidence.resolve(name), content));
            }
            if (!json.path("key").asString("").equals(key) || queries.isEmpty()) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(entry, FileTime.fromMillis(System.currentTimeMillis()));
            String method = json.path("method").asString("") + ", kept from a check on "
                    + json.path("date").asString("");
            return Optional.of(
                    new ProofResult.Proved(method, texts(json, "lemmas"), texts(json, "assumptions"), queries));
        } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException damaged) {
            return Optional.empty();
        }
    }

    /** Keeps a proof. One that cannot be kept is no error: it is proved again next time. */
    void keep(String key, ProofResult.Proved proof) {
        if (proof.smtFiles().isEmpty()) {
            return;
        }
        Path entry = folder.resolve(key);
        try {
            delete(entry); // a damaged one, or one of another process
            Files.createDirectories(folder);
            Path whole = Files.createTempDirectory(folder, ".new");
            ObjectNode json = JSON.createObjectNode();
            json.put("key", key);
            json.put("date", LocalDate.now(ZoneOffset.UTC).toString());
            json.put("method", proof.method());
            add(json.putArray("lemmas"), proof.lemmas());
            add(json.putArray("assumptions"), proof.assumptions());
            ArrayNode queries = json.putArray("queries");
            for (Path query : proof.smtFiles()) {
                byte[] content = Files.readAllBytes(query);
                pack(content, whole.resolve(query.getFileName() + PACKED));
                ObjectNode described = queries.addObject();
                described.put("file", query.getFileName().toString());
                described.put("sha256", Sha256.hex(content));
            }
            Files.writeString(whole.resolve(ENTRY), JSON.writeValueAsString(json));
            Files.move(whole, entry, StandardCopyOption.ATOMIC_MOVE);
            removeOldest();
        } catch (IOException | UncheckedIOException full) {
            // Nothing depends on it.
        }
    }

    private void removeOldest() throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(folder)) {
            entries = all.sorted(Comparator.comparingLong(KeptProofs::time).reversed())
                    .toList();
        }
        for (Path old : entries.subList(Math.min(MOST, entries.size()), entries.size())) {
            delete(old);
        }
    }

    private static void delete(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return;
        }
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long time(Path entry) {
        try {
            return Files.getLastModifiedTime(entry).toMillis();
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(byte[] content, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] content = in.readNBytes(LARGEST_QUERY);
            if (in.read() >= 0) {
                throw new IOException(file + " is too large");
            }
            return content;
        }
    }

    private static void add(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(text -> texts.add(text.asString("")));
        return texts;
    }
}
