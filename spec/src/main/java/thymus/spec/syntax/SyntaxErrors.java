package thymus.spec.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import thymus.spec.text.Span;

/** Says in words where the text leaves the grammar, and stops there. */
final class SyntaxErrors extends BaseErrorListener {
    private static final int FEW = 6;
    /** What may follow an expression and belong to it. */
    private static final Set<String> CONTINUES = Set.of(
            "'['",
            "'('",
            "'.'",
            "'@'",
            "'**'",
            "'*'",
            "'/'",
            "'%'",
            "'+'",
            "'-'",
            "'<'",
            "'<='",
            "'>'",
            "'>='",
            "'=='",
            "'!='",
            "'since'",
            "'same'",
            "'&&'",
            "'||'",
            "'==>'",
            "'?'",
            "IDENTIFIER",
            "'block'",
            "'ether'"); // the last three are units of a number

    private final Source source;

    SyntaxErrors(Source source) {
        this.source = source;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer, Object symbol, int line, int column, String text, RecognitionException e) {
        Token token = e != null && e.getOffendingToken() != null ? e.getOffendingToken() : (Token) symbol;
        Parser parser = (Parser) recognizer;
        Span span = source.span(token);
        switch (token.getType()) {
            case InvLexer.UNTERMINATED_STRING ->
                throw source.syntaxError(span, "the string is not closed", "close it with \" on the same line");
            case InvLexer.UNTERMINATED_COMMENT -> throw source.syntaxError(span, "the comment is not closed", "");
            case InvLexer.UNKNOWN ->
                throw source.syntaxError(
                        span, "the character '" + token.getText() + "' has no meaning here", hint(token));
            default -> {
                ForeignSyntax foreign = new ForeignSyntax(parser.getTokenStream(), token);
                List<String> expected = expected(parser, e);
                foreign.operator(expected.contains("'where'")).ifPresent(o -> {
                    throw source.syntaxError(
                            source.span(o.at()), "'" + o.text() + "' is no operator of this language", o.advice());
                });
                boolean declaration = parser.getContext() instanceof InvParser.SpecificationContext;
                String found = token.getType() == Token.EOF ? "the end of the file" : "'" + token.getText() + "'";
                String what = declaration && token.getType() != Token.EOF
                        ? found + " does not begin a declaration"
                        : "unexpected " + found.replace("the end", "end") + (isLater(e) ? "" : wanted(expected));
                String advice =
                        omission(foreign, token, expected).orElseGet(() -> advice(token, expected, declaration));
                String last = advice.isEmpty() ? before(parser, token) : advice;
                throw source.syntaxError(
                        span,
                        what,
                        last.isEmpty() && !declaration ? foreign.shape().orElse("") : last);
            }
        }
    }

    /** What to add where a brace, or the name of a property or the colon behind it, was left out. */
    private static Optional<String> omission(ForeignSyntax foreign, Token token, List<String> expected) {
        Optional<String> brace = foreign.unclosedBrace()
                .map(open -> "the { of line " + open.getLine() + " is not closed: write } before this");
        boolean head = expected.contains("IDENTIFIER") || expected.equals(List.of("':'"));
        if (brace.isPresent()) {
            return brace;
        }
        if (token.getText().equals("}") && expected.contains("'invariant'")) {
            return Optional.of("no { is open here: remove it");
        }
        Optional<String> near = foreign.nearMiss();
        if (near.isPresent()) {
            return near;
        }
        return (head ? foreign.headOfProperty() : Optional.<String>empty()).or(foreign::separator);
    }

    /** A misspelt word that begins an expression is taken for a name; what follows it is then unexpected. */
    private static String before(Parser parser, Token token) {
        Token previous = token.getTokenIndex() > 0 ? parser.getTokenStream().LT(-1) : token;
        return previous != null && previous.getType() == InvLexer.IDENTIFIER
                ? Spelling.suggestion(previous.getText(), List.of("last", "forall", "squared"))
                : "";
    }

    private static String hint(Token token) {
        return switch (token.getText()) {
            case "&" -> "'and' is written &&";
            case "|" -> "'or' is written ||";
            case "^" -> "a square is written squared x, a power of constants 2 ** 10";
            case "=" -> "equality is written ==";
            case "#" -> "comments begin with //";
            case "'" -> "strings are written in double quotes";
            case "“", "”", "„" -> "strings are written in straight double quotes";
            case "≤" -> "write <= instead";
            case "≥" -> "write >= instead";
            case "≠" -> "write != instead";
            case "∧" -> "write && instead";
            case "∨" -> "write || instead";
            case "¬" -> "write ! instead";
            case "→", "⇒" -> "write ==> instead";
            default -> "";
        };
    }

    /** Whether the parser looked further than the place whose choices it knows. */
    private static boolean isLater(RecognitionException e) {
        return e instanceof NoViableAltException n && n.getStartToken() != n.getOffendingToken();
    }

    private static String wanted(List<String> expected) {
        if (expected.contains("'['") && expected.contains("'('")) {
            List<String> ends =
                    expected.stream().filter(t -> !CONTINUES.contains(t)).toList();
            return expected.contains("'!'") || ends.isEmpty() || ends.size() > FEW
                    ? ": an expression was expected"
                    : ": expected an operator or " + String.join(" or ", ends);
        }
        boolean name = expected.contains("IDENTIFIER");
        List<String> signs = expected.stream().filter(t -> !name || !isWord(t)).toList();
        List<String> all = new ArrayList<>(name ? List.of("a name") : List.of());
        all.addAll(signs.stream().map(SyntaxErrors::described).toList());
        boolean say = !all.isEmpty() && all.size() <= FEW;
        return say ? ": expected " + String.join(" or ", all) : "";
    }

    private static String described(String token) {
        return switch (token) {
            case "STRING" -> "a string such as \"Vault.sol:Vault\"";
            case "NUMBER" -> "a number";
            case "<EOF>" -> "the end of the file";
            default -> token;
        };
    }

    private static boolean isWord(String token) {
        return token.equals("IDENTIFIER") || token.matches("'[a-z_]+'");
    }

    private static String advice(Token token, List<String> expected, boolean declaration) {
        if (token.getType() != InvLexer.IDENTIFIER) {
            return token.getText().equals("=") ? "equality is written ==" : "";
        }
        List<String> words = expected.stream()
                .filter(t -> isWord(t) && t.startsWith("'"))
                .map(t -> t.substring(1, t.length() - 1))
                .toList();
        String suggestion = Spelling.suggestion(token.getText(), words);
        return suggestion.isEmpty() && declaration
                ? "declarations begin with contract, parameter, actor, fork, setup, adversary, callee, import, define, "
                        + "flow, ghost, on or benign, properties with invariant, rule, limit, lemma, enabled, respond, "
                        + "envelope, within, isolate, never_trips or maximize"
                : suggestion;
    }

    private static List<String> expected(Parser parser, RecognitionException e) {
        IntervalSet set = e != null
                        && e.getExpectedTokens() != null
                        && e.getExpectedTokens().size() > 0
                ? e.getExpectedTokens()
                : parser.getExpectedTokens();
        return IntStream.of(set.toArray())
                .mapToObj(parser.getVocabulary()::getDisplayName)
                .toList();
    }
}
