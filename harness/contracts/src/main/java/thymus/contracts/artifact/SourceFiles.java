package thymus.contracts.artifact;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The files from which a contract was compiled.
 *
 * @param names by their number in the source map
 * @param texts by name; empty if the text is missing
 * @param trees the compiler's syntax trees by name; a missing node if there is none
 */
record SourceFiles(
        Map<Integer, String> names, Function<String, Optional<byte[]>> texts, Function<String, JsonNode> trees) {
    static final SourceFiles NONE =
            new SourceFiles(Map.of(), name -> Optional.empty(), name -> MissingNode.getInstance());

    Optional<String> name(int number) {
        return Optional.ofNullable(names.get(number));
    }

    Optional<byte[]> text(String name) {
        return texts.apply(name);
    }

    /** The innermost function or modifier around a range. Functions are in contracts or in the file itself. */
    Optional<String> functionAt(String name, int start, int length) {
        JsonNode unit = trees.apply(name);
        Optional<String> found = Optional.empty();
        for (JsonNode top : unit.path("nodes")) {
            found = found.or(() -> named(top, start, length));
            for (JsonNode member : top.path("nodes")) {
                found = found.or(() -> named(member, start, length));
            }
        }
        return found;
    }

    private static Optional<String> named(JsonNode node, int start, int length) {
        String type = node.path("nodeType").asString("");
        if ((!type.equals("FunctionDefinition") && !type.equals("ModifierDefinition"))
                || !contains(node.path("src").asString(""), start, length)) {
            return Optional.empty();
        }
        String name = node.path("name").asString("");
        // A constructor, a receive or a fallback function has a kind but no name.
        return Optional.of(name.isEmpty() ? node.path("kind").asString("") : name)
                .filter(n -> !n.isEmpty());
    }

    /** @param range {@code start:length:file} */
    private static boolean contains(String range, int start, int length) {
        String[] parts = range.split(":", -1);
        if (parts.length != 3 || !parts[0].matches("[0-9]{1,9}") || !parts[1].matches("[0-9]{1,9}")) {
            return false;
        }
        int from = Integer.parseInt(parts[0]);
        return from <= start && (long) start + length <= (long) from + Integer.parseInt(parts[1]);
    }
}
