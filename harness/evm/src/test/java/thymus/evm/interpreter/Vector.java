package thymus.evm.interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.evm.primitive.Word;

/**
 * A short program and what must come of it: a title, and lines of a field's name and value below it.
 *
 * @param fields {@code code}, {@code gas} that is used, {@code stack} at the end from the bottom to the top, and others
 */
public record Vector(String title, Map<String, String> fields) {

    static List<Vector> all() throws IOException {
        return in(Path.of("src/test/resources/vectors"));
    }

    /** Of all files in the folder. */
    public static List<Vector> in(Path folder) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                vectors.addAll(read(Files.readAllLines(file)));
            }
        }
        return vectors;
    }

    private static List<Vector> read(List<String> lines) {
        List<Vector> vectors = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("  ")) {
                String[] field = line.strip().split(" ", 2);
                vectors.getLast().fields().put(field[0], field[1]);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                vectors.add(new Vector(line, new LinkedHashMap<>()));
            }
        }
        return vectors;
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    byte[] code() {
        return Assembler.assemble(fields.get("code"));
    }

    long number(String name, long otherwise) {
        return field(name).map(Long::parseLong).orElse(otherwise);
    }

    Optional<List<Word>> words(String name) {
        return field(name)
                .map(text -> text.equals("empty")
                        ? List.of()
                        : Arrays.stream(text.split(" ")).map(Word::parse).toList());
    }
}
