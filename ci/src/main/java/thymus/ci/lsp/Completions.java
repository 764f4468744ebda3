package thymus.ci.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import thymus.spec.check.LanguageWords;

/** What can be written at a place. */
final class Completions {
    private static final int MOST = 500;

    private Completions() {}

    static List<CompletionItem> at(Document document, int line, int column) {
        List<SourceWord> words = document.outline().words();
        int before = -1;
        for (int i = 0; i < words.size() && words.get(i).endsBefore(line, column); i++) {
            before = i;
        }
        // The word that is being typed is not behind the place yet.
        boolean typing = before >= 0
                && words.get(before).touches(line, column)
                && words.get(before).isName();
        int last = typing ? before - 1 : before;
        if (last >= 0 && words.get(last).is(".")) {
            return members(document, MemberPath.endingAt(words, last - 1));
        }
        if (words.stream().anyMatch(w -> w.text().startsWith("\"") && w.touches(line, column))) {
            return document.contracts().references().stream()
                    .limit(MOST)
                    .map(r -> item(r, CompletionItemKind.Class, "compiled contract"))
                    .toList();
        }
        return names(document);
    }

    private static List<CompletionItem> members(Document document, MemberPath path) {
        if (path.parts().isEmpty()) {
            return List.of();
        }
        if (path.parts().equals(List.of("msg"))) {
            return facts("sender", "value", "sig");
        }
        if (path.parts().equals(List.of("block"))) {
            return facts("timestamp", "number");
        }
        List<Member> members = document.contracts()
                .of(path.root())
                .map(a -> path.hasSelections()
                        ? ResolvedMember.of(a, path).type().map(Member::in).orElse(List.of())
                        : Member.of(a))
                .orElse(List.of());
        Map<String, CompletionItem> items = new LinkedHashMap<>();
        members.forEach(m -> items.putIfAbsent(m.name() + m.kind(), item(m.name(), kind(m.kind()), m.detail())));
        return List.copyOf(items.values());
    }

    private static CompletionItemKind kind(Member.Kind kind) {
        return switch (kind) {
            case VARIABLE -> CompletionItemKind.Field;
            case VIEW -> CompletionItemKind.Property;
            case FUNCTION -> CompletionItemKind.Method;
            case EVENT -> CompletionItemKind.Event;
        };
    }

    private static List<CompletionItem> facts(String... names) {
        return List.of(names).stream()
                .map(n -> item(n, CompletionItemKind.Property, "of the step"))
                .toList();
    }

    private static List<CompletionItem> names(Document document) {
        List<CompletionItem> items = new ArrayList<>();
        document.declared()
                .forEach(d -> items.add(item(d.name(), kind(d.kind()), d.kind().label())));
        LanguageWords.functions()
                .forEach(f -> items.add(item(f, CompletionItemKind.Function, "function of the language")));
        LanguageWords.reserved().stream()
                .sorted()
                .filter(r -> r.matches("[a-z]+"))
                .forEach(r -> items.add(item(r, CompletionItemKind.Constant, "word of the language")));
        SourceWord.keywords().forEach(k -> items.add(item(k, CompletionItemKind.Keyword, "keyword")));
        return items;
    }

    private static CompletionItemKind kind(Declared.Kind kind) {
        return switch (kind) {
            case CONTRACT -> CompletionItemKind.Class;
            case INSTANCE, ACTOR, GHOST -> CompletionItemKind.Variable;
            case DEFINE -> CompletionItemKind.Function;
            case FLOW -> CompletionItemKind.Event;
            case CHAIN,
                    PARAMETER,
                    CALLEE,
                    ACTION,
                    INVARIANT,
                    RULE,
                    LIMIT,
                    LEMMA,
                    ENABLED,
                    RESPOND,
                    ENVELOPE,
                    ISOLATE,
                    NEVER_TRIPS,
                    MAXIMIZE -> CompletionItemKind.Reference;
        };
    }

    private static CompletionItem item(String label, CompletionItemKind kind, String detail) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setDetail(detail);
        return item;
    }
}
