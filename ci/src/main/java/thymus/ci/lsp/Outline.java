package thymus.ci.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a text declares, read from its tokens alone, so that a text which is being typed has them too. It
 * knows no construct but contracts, actors and setup: elsewhere the name follows the keyword.
 *
 * @param words all tokens
 * @param names by name, the first declaration of each
 */
record Outline(List<SourceWord> words, Map<String, Declared> names) {
    private static final int LONGEST = 400;

    /** What stands behind a name that is declared. */
    private static final Set<String> BEHIND = Set.of(":", "=", "(", "in", ",");

    static Outline of(String text) {
        List<SourceWord> words = SourceWord.in(text);
        List<String> lines = Columns.lines(text);
        Map<String, Declared> names = new LinkedHashMap<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < words.size(); i++) {
            SourceWord word = words.get(i);
            boolean opens = word.is("{");
            boolean closes = word.is("}");
            depth = Math.max(0, depth + (opens ? 1 : 0) - (closes ? 1 : 0));
            if (word.is(";") || opens || closes) {
                declared(words.subList(start, i), lines).forEach(d -> names.putIfAbsent(d.name(), d));
                start = i + 1;
            }
        }
        declared(words.subList(start, words.size()), lines).forEach(d -> names.putIfAbsent(d.name(), d));
        return new Outline(List.copyOf(words), names);
    }

    /** @param words of one declaration or statement, without its end */
    private static List<Declared> declared(List<SourceWord> words, List<String> lines) {
        if (words.size() < 2) {
            return List.of();
        }
        SourceWord first = words.getFirst();
        if (words.get(1).is("=") && words.size() > 3 && words.get(2).is("new") && first.isName()) {
            return List.of(new Declared.Instance(first, type(words)));
        }
        if (first.is("contract") && words.get(1).isName()) {
            String reference = words.stream()
                    .map(SourceWord::text)
                    .filter(t -> t.startsWith("\""))
                    .findFirst()
                    .map(t -> t.replace("\"", ""))
                    .orElse("");
            return List.of(new Declared.Contract(words.get(1), reference));
        }
        if (first.is("actor")) {
            return actors(words);
        }
        return name(words)
                .flatMap(name ->
                        Declared.Kind.of(first.text()).map(kind -> new Declared.Other(name, kind, shown(words, lines))))
                .map(List::<Declared>of)
                .orElse(List.of());
    }

    /** {@code new P(…) as C} is a C. */
    private static String type(List<SourceWord> words) {
        for (int i = words.size() - 2; i > 3; i--) {
            if (words.get(i).is("as")) {
                return words.get(i + 1).text();
            }
        }
        return words.get(3).text();
    }

    private static List<Declared> actors(List<SourceWord> words) {
        List<Declared> actors = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).isName() && (i == 1 || words.get(i - 1).is(","))) {
                actors.add(new Declared.Actor(words.get(i)));
            }
        }
        return actors;
    }

    /** The name behind a keyword; a ghost may have a type before it. */
    private static Optional<SourceWord> name(List<SourceWord> words) {
        SourceWord first = words.getFirst();
        if (!words.get(1).isName()) {
            return Optional.empty();
        }
        boolean typed = first.is("ghost") && words.size() > 2 && words.get(2).isName();
        boolean declares =
                words.size() < 3 || typed || BEHIND.contains(words.get(2).text());
        return declares ? Optional.of(words.get(typed ? 2 : 1)) : Optional.empty();
    }

    /** The declaration as its author wrote it, on one line. */
    private static String shown(List<SourceWord> words, List<String> lines) {
        SourceWord first = words.getFirst();
        SourceWord last = words.getLast();
        String text = first.line() == last.line()
                ? lines.get(first.line()).substring(first.column(), Math.max(first.end(), last.end()))
                : lines.get(first.line()).substring(first.column()).strip() + " …";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    Optional<SourceWord> at(int line, int column) {
        // The later of two that touch the place begins there, and is meant where it is a name.
        return words.stream().filter(w -> w.touches(line, column)).reduce((a, b) -> b.isName() ? b : a);
    }

    Optional<Declared> declaration(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** Whether the word is a part of what stands before it. */
    boolean isMember(SourceWord word) {
        int index = words.indexOf(word);
        return index > 0 && words.get(index - 1).is(".");
    }
}
