package thymus.contracts.artifact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the quoted texts of source files, including comments, and their storage names (ERC-7201). */
final class SourceNames {
    private static final int MOST = 50_000;
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
