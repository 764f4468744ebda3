package thymus.ci.lsp;

import java.util.List;
import java.util.Optional;
import thymus.spec.SpecException;
import thymus.spec.check.LanguageWords;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.SyntaxReader;

/** Renames what a file declares, wherever it stands in it. */
final class Renaming {
    private Renaming() {}

    /**
     * The places to change.
     *
     * @param refusal why nothing is changed; empty: the places are changed
     */
    record Result(List<SourceWord> places, String refusal) {
        private static Result refused(String why) {
            return new Result(List.of(), why);
        }
    }

    static Result of(Document document, SourceWord word, String to) {
        Outline outline = document.outline();
        Optional<Declared> declared = outline.declaration(word.text());
        if (!word.isName() || declared.isEmpty() || outline.isMember(word)) {
            return Result.refused("'" + word.text() + "' is no name that this file declares");
        }
        if (!isName(to)) {
            return Result.refused("'" + to + "' cannot be a name: write letters, digits and _");
        }
        if (outline.words().stream().anyMatch(w -> w.is(to) && w.isName() && !outline.isMember(w))) {
            return Result.refused("'" + to + "' stands in this file already; choose another name");
        }
        List<SourceWord> places = outline.words().stream()
                .filter(w -> w.is(word.text()) && !outline.isMember(w))
                .toList();
        return new Result(places, "");
    }

    private static boolean isName(String name) {
        try {
            return !LanguageWords.reserved().contains(name)
                    && !LanguageWords.functions().contains(name)
                    && name.matches("[A-Za-z_$][A-Za-z0-9_$]*")
                    && SyntaxReader.parse(new Source("", "actor " + name + ";"))
                                    .declaration()
                                    .size()
                            == 1;
        } catch (SpecException e) {
            return false;
        }
    }

    /** The text with the places changed. */
    static String applied(String text, List<SourceWord> places, String to) {
        List<String> lines = Columns.lines(text);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            String content = lines.get(i);
            int from = 0;
            for (SourceWord place :
                    places.stream().filter(w -> w.line() == line).toList()) {
                out.append(content, from, place.column()).append(to);
                from = place.end();
            }
            out.append(content.substring(from)).append(i + 1 < lines.size() ? "\n" : "");
        }
        return out.toString();
    }
}
