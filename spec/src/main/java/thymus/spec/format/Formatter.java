package thymus.spec.format;

import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.Token;
import thymus.spec.syntax.Source;

/**
 * Lays a specification out. Declarations and statements begin on lines of their own, indented by two spaces for each
 * block. Between two of them at most one line is empty. Words are separated by one space where a space helps. Where the
 * author broke a line within a declaration it stays broken, indented by at least four spaces. Comments stay as they
 * are. A block of one statement that its author wrote on one line stays on one. To format twice changes nothing more.
 */
public final class Formatter {
    private static final String STEP = "  ";
    private static final int CONTINUATION = 4;

    private final List<SourceToken> tokens;
    /** The tokens of blocks that stay on one line, behind the opening brace, by their indices. */
    private final BitSet compact;

    private final StringBuilder out = new StringBuilder();
    private int depth;
    /** The columns at which the present statement began, in the source and here. */
    private int sourceColumn;

    private int column;
    /** Whether a comment to the end of the line stands last. */
    private boolean mustBreak;

    private Formatter(List<SourceToken> tokens) {
        this.tokens = tokens;
        this.compact = CompactBlocks.compact(tokens);
    }

    /**
     * The formatted text of a specification. Lines end with a line feed.
     *
     * @throws thymus.spec.SyntaxError if the text does not follow the grammar
     */
    public static String format(Source source) {
        return new Formatter(SourceToken.in(source)).laidOut();
    }

    private String laidOut() {
        for (int i = 0; i < tokens.size(); i++) {
            SourceToken token = tokens.get(i);
            boolean begins = token.begins() && !compact.get(i);
            token.gap().comments().forEach(comment -> put(comment, begins));
            if (token.closes()) {
                depth--;
            }
            if (token.symbol().getType() != Token.EOF) {
                put(token, i == 0 ? token : tokens.get(i - 1), begins);
            }
            if (token.opens()) {
                depth++;
            }
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    /** @param begins whether what comes next begins a line */
    private void put(Comment comment, boolean begins) {
        if (out.isEmpty()) {
            out.append(comment.moved(0));
        } else if (comment.linesBefore() == 0 && !mustBreak) {
            out.append(' ').append(comment.moved(comment.column()));
        } else if (begins) {
            startLine(STEP.length() * depth, comment.linesBefore() > 1 && !isAtOpening());
            out.append(comment.moved(STEP.length() * depth));
        } else {
            int indent = continued(comment.column(), CONTINUATION);
            startLine(indent, false);
            out.append(comment.moved(indent));
        }
        mustBreak = comment.isLine();
    }

    /** Whether nothing follows the opening brace of a block yet. */
    private boolean isAtOpening() {
        return out.charAt(out.length() - 1) == '{';
    }

    private void put(SourceToken token, SourceToken before, boolean begins) {
        int lines = token.gap().linesAfter();
        if (out.isEmpty()) {
            begin(token, 0);
        } else if (begins) {
            startLine(STEP.length() * depth, lines > 1 && !isAtOpening() && !token.closes());
            begin(token, STEP.length() * depth);
        } else if (mustBreak || (lines > 0 && !token.opens() && !token.is(";"))) {
            startLine(
                    continued(token.symbol().getCharPositionInLine(), token.closesBracket() ? 0 : CONTINUATION), false);
        } else if (!token.gap().comments().isEmpty() || Spacing.between(before, token)) {
            out.append(' ');
        }
        mustBreak = false;
        out.append(token.symbol().getText());
    }

    private void begin(SourceToken token, int at) {
        sourceColumn = token.symbol().getCharPositionInLine();
        column = at;
    }

    /** The author's own indentation, moved with the statement. */
    private int continued(int sourceColumn, int least) {
        return Math.max(column + least, column + sourceColumn - this.sourceColumn);
    }

    private void startLine(int indent, boolean afterEmpty) {
        out.append(afterEmpty ? "\n\n" : "\n").append(" ".repeat(indent));
        mustBreak = false;
    }
}
