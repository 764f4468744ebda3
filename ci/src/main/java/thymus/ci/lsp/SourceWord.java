package thymus.ci.lsp;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import thymus.spec.syntax.InvLexer;

/**
 * A token of a text, which may be broken elsewhere.
 *
 * @param line from 0
 * @param column from 0, in UTF-16 units as the protocol counts
 * @param end of it, on the same line or, of a comment or string that is not closed, behind it
 */
record SourceWord(String text, int type, int line, int column, int end) {
    private static final List<String> KEYWORDS = readKeywords();

    /** All tokens without comments. */
    static List<SourceWord> in(String text) {
        InvLexer lexer = new InvLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        List<String> lines = Columns.lines(text);
        List<SourceWord> words = new ArrayList<>();
        int line = -1;
        int characters = 0;
        int column = 0;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getLine() - 1 != line) {
                line = token.getLine() - 1;
                characters = 0;
                column = 0;
            }
            // From the token before: a file may be one long line.
            column = lines.get(line).offsetByCodePoints(column, token.getCharPositionInLine() - characters);
            characters = token.getCharPositionInLine();
            String word = token.getText();
            words.add(new SourceWord(word, token.getType(), line, column, column + word.length()));
        }
        return words;
    }

    /** The words of the grammar that look like names. */
    static List<String> keywords() {
        return KEYWORDS;
    }

    private static List<String> readKeywords() {
        Vocabulary vocabulary = InvLexer.VOCABULARY;
        List<String> keywords = new ArrayList<>();
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String literal = vocabulary.getLiteralName(type);
            if (literal != null && literal.matches("'[a-z_]+'")) {
                keywords.add(literal.substring(1, literal.length() - 1));
            }
        }
        keywords.sort(null);
        return List.copyOf(keywords);
    }

    /** Whether it can be a name: an identifier, or a keyword that may be one too. */
    boolean isName() {
        return type == InvLexer.IDENTIFIER || text.matches("[a-z_]+");
    }

    boolean is(String other) {
        return text.equals(other);
    }

    /** Whether the place is in it or right behind it. */
    boolean touches(int atLine, int atColumn) {
        return line == atLine && column <= atColumn && atColumn <= end;
    }

    boolean endsBefore(int atLine, int atColumn) {
        return line < atLine || (line == atLine && end <= atColumn);
    }
}
