package thymus.contracts.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the quoted texts of source files, including comments, and their storage names (ERC-7201). */
final class SourceNames {
    private static final int MOST = 50_000;
    private static final int MOST_FILES = 64;
    private static final long LARGEST = 1_000_000;
    private static final Pattern NAME =
            Pattern.compile("\"([^\"\n]{1,200})\"|(?<!\\w)'([^'\n]{1,200})'|\\berc7201:(\\S{1,200})");

    private SourceNames() {}

    static Set<String> of(SourceFiles files) {
        Set<String> names = new TreeSet<>();
        for (String file : new TreeSet<>(files.names().values())) {
            files.text(file).ifPresent(text -> add(new String(text, StandardCharsets.UTF_8), names));
            add(files.trees().apply(file), names);
        }
        return names;
    }

    /**
     * The same of the sources that lie beside a file. Where they come from does not matter: a slot that is the hash of
     * a name is meant by it.
     */
    static Set<String> beside(Path file) {
        Set<String> names = new TreeSet<>();
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            return names;
        }
        for (Path place : List.of(folder, folder.resolve("src"), folder.resolve("contracts"))) {
            sources(place).forEach(text -> add(text, names));
        }
        return names;
    }

    /** What cannot be read gives no names. */
    private static List<String> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path source : files.filter(SourceNames::isSource)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                texts.add(Files.readString(source, StandardCharsets.ISO_8859_1));
            }
            return texts;
        } catch (IOException | UncheckedIOException e) {
            return texts;
        }
    }

    private static boolean isSource(Path file) {
        try {
            String name = file.getFileName().toString();
            return (name.endsWith(".sol") || name.endsWith(".vy"))
                    && Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }

    private static void add(String text, Set<String> names) {
        Matcher matcher = NAME.matcher(text);
        while (matcher.find() && names.size() < MOST) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                Optional.ofNullable(matcher.group(group)).ifPresent(names::add);
            }
        }
    }

    /** Adds literals and documentation. A syntax tree is as deep as the source was nested. */
    private static void add(JsonNode tree, Set<String> names) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty() && names.size() < MOST) {
            JsonNode node = open.pop();
            String value = node.path("value").asString("");
            if (node.path("nodeType").asString("").equals("Literal") && !value.isEmpty() && value.length() <= 200) {
                names.add(value);
            }
            if (node.path("nodeType").asString("").equals("StructuredDocumentation")) {
                add(node.path("text").asString(""), names);
            }
            node.forEach(child -> {
                if (child.isContainer()) {
                    open.push(child);
                }
            });
        }
    }
}
