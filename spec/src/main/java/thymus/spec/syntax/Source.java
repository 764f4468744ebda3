package thymus.spec.syntax;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import thymus.spec.NameError;
import thymus.spec.RuleError;
import thymus.spec.SpecificationError;
import thymus.spec.SyntaxError;
import thymus.spec.TypeError;
import thymus.spec.UnsupportedConstruct;
import thymus.spec.text.Span;

/** The text of a specification, and errors with positions in it. */
public final class Source {
    private static final int WIDEST_EXCERPT = 160;

    private final String file;
    private final String text;
    private final Map<String, List<String>> lines;

    public Source(String file, String text) {
        this(file, text, Map.of(file, text.lines().toList()));
    }

    private Source(String file, String text, Map<String, List<String>> lines) {
        this.file = file;
        this.text = text;
        this.lines = lines;
    }

    /** The same source, which knows the lines of others too: places in those belong to them. */
    Source beside(Collection<Source> others) {
        Map<String, List<String>> all = new HashMap<>();
        others.forEach(other -> all.putAll(other.lines));
        all.putAll(lines);
        return new Source(file, text, all);
    }

    private String file(Token token) {
        String named =
                token.getInputStream() == null ? file : token.getInputStream().getSourceName();
        return lines.containsKey(named) ? named : file;
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    public Span span(Token token) {
        String word = token.getType() == Token.EOF ? "" : token.getText();
        int newline = word.indexOf('\n');
        int length = word.codePointCount(0, newline < 0 ? word.length() : newline);
        return new Span(file(token), token.getLine(), token.getCharPositionInLine() + 1, Math.max(1, length));
    }

    public Span span(ParserRuleContext context) {
        Span first = span(context.getStart());
        Token last = context.getStop();
        if (last == null || last.getLine() != first.line()) {
            return first;
        }
        Span end = span(last);
        return new Span(
                first.file(), first.line(), first.column(), Math.max(1, end.column() + end.length() - first.column()));
    }

    public SyntaxError syntaxError(Span span, String what, String advice) {
        return new SyntaxError(span, message(span, what, advice));
    }

    public NameError nameError(Span span, String what, String advice) {
        return new NameError(span, message(span, what, advice));
    }

    public TypeError typeError(Span span, String what, String advice) {
        return new TypeError(span, message(span, what, advice));
    }

    public RuleError ruleError(Span span, String what, String advice) {
        return new RuleError(span, message(span, what, advice));
    }

    /**
     * @param construct the refused construct, with words of the language in quotes
     * @param advice what to use instead, or empty
     */
    public UnsupportedConstruct unsupported(Span span, String construct, String advice) {
        return new UnsupportedConstruct(span, message(span, construct + " is not supported yet", advice));
    }

    /** The same error, with one more line that says how its place came to be read. */
    public SpecificationError within(SpecificationError error, String where) {
        String message = error.getMessage() + "\n  " + where;
        return switch (error) {
            case SyntaxError e -> new SyntaxError(e.span(), message);
            case NameError e -> new NameError(e.span(), message);
            case TypeError e -> new TypeError(e.span(), message);
            case RuleError e -> new RuleError(e.span(), message);
            case UnsupportedConstruct e -> new UnsupportedConstruct(e.span(), message);
        };
    }

    /** Replaces each character by one character, so that the caret stays at its position. */
    private static String visible(String line) {
        StringBuilder visible = new StringBuilder();
        line.codePoints().forEach(c -> visible.appendCodePoint(c == '\t' ? ' ' : isInvisible(c) ? '?' : c));
        return visible.toString();
    }

    /** Returns whether the character is a control character or changes the direction of text. */
    static boolean isInvisible(int c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private String message(Span span, String what, String advice) {
        StringBuilder message = new StringBuilder(span + ": " + what);
        List<String> content = lines.getOrDefault(span.file(), List.of());
        String line = span.line() <= content.size() ? content.get(span.line() - 1) : "";
        if (!line.isBlank()) {
            int column = line.offsetByCodePoints(0, Math.min(span.column() - 1, line.codePointCount(0, line.length())));
            int from = column < WIDEST_EXCERPT ? 0 : column - WIDEST_EXCERPT / 2;
            String excerpt = line.substring(from, Math.min(line.length(), from + WIDEST_EXCERPT));
            int width = Math.max(1, Math.min(span.length(), excerpt.length() - (column - from)));
            message.append("\n    ").append(visible(excerpt));
            message.append("\n    ").append(" ".repeat(column - from)).append("^".repeat(width));
        }
        if (!advice.isEmpty()) {
            message.append("\n  ").append(advice);
        }
        return message.toString();
    }
}
