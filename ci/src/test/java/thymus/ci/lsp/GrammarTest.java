package thymus.ci.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;

/** The words that an editor colours are those of the grammar. */
class GrammarTest {
    private static final Path FILE = Repository.at("ci/editor/vscode/syntaxes/inv.tmLanguage.json");
    private static final Pattern KEYWORDS = Pattern.compile("\\\\\\\\b\\(([a-z_|]+)\\)\\\\\\\\b");

    /** With -Dgolden.write=true the file takes the words of today. */
    @Test
    void theEditorKnowsTheKeywordsOfTheGrammar() throws IOException {
        String text = Files.readString(FILE);
        Matcher matcher = KEYWORDS.matcher(text);
        assertTrue(matcher.find(), "the words stand between \\b( and )\\b");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(
                    FILE,
                    text.substring(0, matcher.start(1))
                            + String.join("|", SourceWord.keywords())
                            + text.substring(matcher.end(1)));
        } else {
            assertEquals(
                    String.join("|", SourceWord.keywords()),
                    matcher.group(1),
                    "run mvn -pl ci -am test -Dtest=GrammarTest -Dgolden.write=true"
                            + " -Dsurefire.failIfNoSpecifiedTests=false");
        }
    }

    @Test
    void theKeywordsAreThoseThatTheGrammarQuotes() throws IOException {
        String grammar = Files.readString(Repository.at("spec/src/main/antlr4/thymus/spec/syntax/Inv.g4"))
                .replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
        List<String> quoted = Pattern.compile("'([a-z_]+)'")
                .matcher(grammar)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .sorted()
                .toList();
        assertEquals(quoted, SourceWord.keywords());
    }
}
