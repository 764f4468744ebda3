package thymus.contracts.artifact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The enums of the source files, which only the compiler's syntax trees have: in the ABI an enum is a uint8. */
final class SourceEnums {
    private SourceEnums() {}

    /** @return members by names such as {@code Vault.State}; empty if no file has a tree */
    static Optional<Map<String, List<String>>> of(SourceFiles files) {
        Map<String, List<String>> enums = new TreeMap<>();
        boolean trees = false;
        for (String file : new TreeSet<>(files.names().values())) {
            JsonNode tree = files.trees().apply(file);
            trees |= tree.isObject();
            add(tree, enums);
        }
        return trees ? Optional.of(enums) : Optional.empty();
    }

    /** Enums stand in contracts or in the file itself. */
    private static void add(JsonNode tree, Map<String, List<String>> enums) {
        Deque<JsonNode> open = new ArrayDeque<>();
        tree.path("nodes").forEach(top -> {
            open.add(top);
            top.path("nodes").forEach(open::add);
        });
        for (JsonNode node : open) {
            if (node.path("nodeType").asString("").equals("EnumDefinition")) {
                List<String> members = new ArrayList<>();
                node.path("members").forEach(m -> members.add(m.path("name").asString("")));
                String name = node.path("name").asString("");
                enums.put(node.path("canonicalName").asString(name), members);
            }
        }
    }
}
