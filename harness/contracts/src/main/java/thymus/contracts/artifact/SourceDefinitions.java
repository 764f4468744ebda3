package thymus.contracts.artifact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where a contract and its members are declared, in files on this machine. The compiler's syntax tree tells; without
 * one the text is searched.
 */
public final class SourceDefinitions {
    private static final long LARGEST = 4 << 20;

    private final Artifact contract;
    private final SourceFiles files;

    private SourceDefinitions(Artifact contract, SourceFiles files) {
        this.contract = contract;
        this.files = files;
    }

    /** A place in a file; line and column from 1, the column in characters. */
    public record Definition(Path file, int line, int column) {}

    public static SourceDefinitions of(Artifact contract) {
        return new SourceDefinitions(contract, SourcePlacesReader.read(contract).files());
    }

    /** The declaration of the contract itself. */
    public Optional<Definition> contract() {
        return find(contract.name(), "ContractDefinition")
                .or(() -> inText("(?:contract|interface|library)\\s+(" + Pattern.quote(contract.name()) + ")\\b"));
    }

    /**
     * The declaration of a function, an event, a variable or another member, be it inherited. One that is overloaded
     * has several; the first counts.
     */
    public Optional<Definition> member(String name) {
        String quoted = Pattern.quote(name);
        return find(name, "")
                .or(() -> inText("\\b(?:function|event|error|struct|enum|modifier)\\s+(" + quoted + ")\\b"))
                .or(() ->
                        inText("(?m)^\\s*(?:mapping\\b.*\\)|[\\w.\\[\\]]+)(?:\\s+\\w+)*\\s+(" + quoted + ")\\s*[;=]"));
    }

    /** Own files come first: another contract may have a member of the same name. */
    private Optional<Definition> find(String name, String kind) {
        List<String> names = new ArrayList<>(List.of(contract.source()));
        names.addAll(new TreeSet<>(files.names().values()));
        for (String file : names) {
            for (JsonNode top : files.trees().apply(file).path("nodes")) {
                Optional<JsonNode> found = isMeant(top, name, kind) ? Optional.of(top) : inside(top, name, kind);
                Optional<Definition> place = found.flatMap(node -> place(file, node));
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> inside(JsonNode parent, String name, String kind) {
        for (JsonNode node : parent.path("nodes")) {
            if (isMeant(node, name, kind)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(JsonNode node, String name, String kind) {
        String type = node.path("nodeType").asString("");
        return node.path("name").asString("").equals(name)
                && (kind.isEmpty() ? !type.equals("ContractDefinition") : type.equals(kind));
    }

    private Optional<Definition> place(String file, JsonNode node) {
        String range = node.path("nameLocation").asString(node.path("src").asString(""));
        String start = range.replaceFirst(":.*", "");
        return start.matches("[0-9]{1,9}")
                ? onDisk(file).flatMap(path -> at(path, Integer.parseInt(start)))
                : Optional.empty();
    }

    private Optional<Definition> inText(String pattern) {
        return onDisk(contract.source())
                .flatMap(path -> text(path).flatMap(bytes -> {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    Matcher matcher = Pattern.compile(pattern).matcher(text);
                    return matcher.find()
                            ? at(path, text.substring(0, matcher.start(1)).getBytes(StandardCharsets.UTF_8).length)
                            : Optional.empty();
                }));
    }

    private Optional<Path> onDisk(String name) {
        return Freshness.find(contract.file(), name);
    }

    private static Optional<byte[]> text(Path file) {
        try {
            return Files.size(file) > LARGEST ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Definition> at(Path file, int offset) {
        return text(file).filter(bytes -> offset <= bytes.length).map(bytes -> {
            String before = new String(bytes, 0, offset, StandardCharsets.UTF_8);
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            String last = before.substring(before.lastIndexOf('\n') + 1);
            return new Definition(file, line, 1 + last.codePointCount(0, last.length()));
        });
    }
}
