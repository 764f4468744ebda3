package thymus.contracts.artifact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The enums of the source files, which only the compiler's syntax trees have: in the ABI an enum is a uint8. */
final class SourceEnums {
    private SourceEnums() {}

    /**
     * Reads the enums. Where another file has the same name for other members, or a contract of the same name, its
     * enums have the name of the file before theirs: {@code B.sol:Vault.State}.
     *
     * @param source the contract's own file
     * @param contract the contract's name
     * @return members by names such as {@code Vault.State}; empty if no file has a tree
     */
    static Optional<Map<String, List<String>>> of(SourceFiles files, String source, String contract) {
        TreeSet<String> names = new TreeSet<>(files.names().values());
        Optional<String> own = own(names, source);
        Map<String, List<String>> enums = new TreeMap<>();
        boolean trees = false;
        for (String file : ownFirst(names, own)) {
            JsonNode tree = files.trees().apply(file);
            trees |= tree.isObject();
            boolean isOwn = own.filter(file::equals).isPresent();
            inFile(tree).forEach((name, members) -> {
                boolean isOther = !isOwn && name.startsWith(contract + ".");
                boolean isTaken = enums.containsKey(name) && !enums.get(name).equals(members);
                enums.put(isOther || isTaken ? file + ":" + name : name, members);
            });
        }
        return trees ? Optional.of(enums) : Optional.empty();
    }

    /** Tools write paths from different folders, so the end of a path will do if one file alone has it. */
    private static Optional<String> own(Set<String> files, String source) {
        List<String> like = files.stream()
                .filter(file -> file.endsWith("/" + source) || source.endsWith("/" + file))
                .toList();
        return files.contains(source)
                ? Optional.of(source)
                : like.stream().findFirst().filter(one -> like.size() == 1);
    }

    private static List<String> ownFirst(Set<String> files, Optional<String> own) {
        List<String> ordered = new ArrayList<>(own.stream().toList());
        files.stream().filter(file -> own.filter(file::equals).isEmpty()).forEach(ordered::add);
        return ordered;
    }

    /** Enums stand in contracts or in the file itself. */
    private static Map<String, List<String>> inFile(JsonNode tree) {
        Map<String, List<String>> enums = new TreeMap<>();
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
        return enums;
    }
}
