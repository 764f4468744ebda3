package thymus.fork.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import thymus.spec.text.NumberText;

/**
 * The facts known about one state, in a folder. Each file is created whole by a rename and never changed, so that
 * several processes may read and add. Small files are merged from time to time.
 */
final class ForkCache {
    private static final String SUFFIX = ".facts";
    private static final int MANY = 32;
    private static final int ATTEMPTS = 20;

    private final Path folder;
    private final FactText text;
    private final Consumer<String> notes;

    ForkCache(Path folder, ForkPoint point, Consumer<String> notes) {
        this.folder = folder;
        this.text = new FactText(point);
        this.notes = notes;
    }

    /** All undamaged facts. If two contradict each other, callers keep the last one. */
    List<Fact> load() {
        for (int attempt = 1; ; attempt++) {
            try {
                return read();
            } catch (NoSuchFileException e) {
                // Another process has just merged small files; their content is now in a new file.
                if (attempt == ATTEMPTS) {
                    throw unusable(e);
                }
            } catch (IOException e) {
                throw unusable(e);
            }
        }
    }

    private List<Fact> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        Set<String> lines = new LinkedHashSet<>();
        List<Fact> facts = new ArrayList<>();
        int damaged = 0;
        for (Path file : files) {
            // Damaged bytes may not be valid text, so they are decoded with a charset that cannot fail.
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                if (lines.add(line)) {
                    Optional<Fact> fact = text.read(line);
                    fact.ifPresent(facts::add);
                    damaged += fact.isPresent() ? 0 : 1;
                }
            }
        }
        if (damaged > 0) {
            notes.accept(folder + ": " + NumberText.count(damaged, "entry is", "entries are")
                    + " damaged and will be fetched again");
        }
        if (files.size() > MANY || damaged > 0) {
            putTogether(files, facts);
        }
        return facts;
    }

    private void putTogether(List<Path> files, List<Fact> facts) throws IOException {
        write(facts);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    void add(List<Fact> facts) {
        try {
            write(facts);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void write(List<Fact> facts) throws IOException {
        if (!facts.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            facts.forEach(fact -> lines.append(text.write(fact)).append('\n'));
            writeWhole(folder.resolve(UUID.randomUUID() + SUFFIX), lines.toString());
        }
    }

    /** Writes a file that readers see whole or not at all. */
    static void writeWhole(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), "unfinished", ".tmp");
        try {
            Files.writeString(unfinished, content);
            try {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private ForkException unusable(IOException e) {
        return new ForkException(
                folder + ": what is known of the fork cannot be kept there: " + e + "; name another folder with --out",
                e);
    }
}
