package thymus.contracts.artifact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
        return inTrees(node -> isNamed(node, contract.name()) && isContract(node))
                .or(() -> inText("(?:contract|interface|library)\\s+(" + Pattern.quote(contract.name()) + ")\\b"));
    }

    /**
     * The declaration of a function, an event, a variable or another member, be it inherited. One that is overloaded
     * has several; the first counts.
     */
    public Optional<Definition> member(String name) {
        String quoted = Pattern.quote(name);
        return inTrees(node -> isNamed(node, name) && !isContract(node))
                .or(() -> inText("\\b(?:function|event|error|struct|enum|modifier)\\s+(" + quoted + ")\\b"))
                .or(() ->
                        inText("(?m)^\\s*(?:mapping\\b.*\\)|[\\w.\\[\\]]+)(?:\\s+\\w+)*\\s+(" + quoted + ")\\s*[;=]"));
    }

    /** The contract's own file comes first: another contract may have a member of the same name. */
    private Optional<Definition> inTrees(Predicate<JsonNode> isMeant) {
        List<String> names = new ArrayList<>(List.of(contract.source()));
        names.addAll(new TreeSet<>(files.names().values()));
        for (String file : names) {
            for (JsonNode top : files.trees().apply(file).path("nodes")) {
                Optional<Definition> place = Stream.concat(
                                Stream.of(top),
                                StreamSupport.stream(top.path("nodes").spliterator(), false))
                        .filter(isMeant)
                        .findFirst()
                        .flatMap(node -> place(file, node));
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(JsonNode node, String name) {
        return node.path("name").asString("").equals(name);
    }

    private static boolean isContract(JsonNode node) {
        return node.path("nodeType").asString("").equals("ContractDefinition");
    }

    private Optional<Definition> place(String file, JsonNode node) {
        String range = node.path("nameLocation").asString(node.path("src").asString(""));
        String start = range.replaceFirst(":.*", "");
        return start.matches("[0-9]{1,9}")
                ? onDisk(file).flatMap(path -> text(path).flatMap(bytes -> at(path, bytes, Integer.parseInt(start))))
                : Optional.empty();
    }

    private Optional<Definition> inText(String pattern) {
        return onDisk(contract.source())
                .flatMap(path -> text(path).flatMap(bytes -> {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    Matcher matcher = Pattern.compile(pattern).matcher(text);
                    return matcher.find()
                            ? at(
                                    path,
                                    bytes,
                                    text.substring(0, matcher.start(1)).getBytes(StandardCharsets.UTF_8).length)
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

    private static Optional<Definition> at(Path file, byte[] text, int offset) {
        if (offset > text.length) {
            return Optional.empty();
        }
        SourcePlace.Position position = SourcePlace.Position.of(text, offset);
        return Optional.of(new Definition(file, position.line(), position.column()));
    }
}
