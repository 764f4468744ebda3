package thymus.spec.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Recognises what people write out of habit from other languages, or leave out, near the token that does not fit. */
final class ForeignSyntax {
    private static final Map<String, String> OPERATORS = Map.of(
            "and", "write && instead",
            "or", "write || instead",
            "not", "write ! instead",
            "implies", "write ==> instead",
            "=>", "implication is written ==>",
            "->", "implication is written ==>",
            "<>", "inequality is written !=",
            "exists", "write !(forall address u: !(…)) instead",
            "if", "write `condition ==> consequence`, or `condition ? value : other`");

    /**
     * After a number such a word is taken for its unit, and in front of a type for a name: what follows does not fit.
     */
    private static final Set<String> WORDS = Set.of("and", "or", "not", "implies", "exists");

    private static final Set<String> DECLARATIONS = Set.of(
            "contract",
            "actor",
            "setup",
            "adversary",
            "flow",
            "invariant",
            "enabled",
            "respond",
            "rule",
            "limit",
            "isolate",
            "lemma",
            "envelope",
            "benign",
            "never_trips",
            "within",
            "maximize",
            "callee",
            "define");

    private static final Set<String> PROPERTIES = Set.of(
            "invariant",
            "enabled",
            "respond",
            "rule",
            "limit",
            "lemma",
            "envelope",
            "never_trips",
            "within",
            "maximize");

    private final List<Token> before;
    private final Token token;
    private final Optional<Token> next;

    /**
     * @param at the offending token
     * @param text what was written there, which may be more than one token
     * @param advice what to write instead
     */
    record Operator(Token at, String text, String advice) {}

    ForeignSyntax(TokenStream tokens, Token token) {
        this.token = token;
        this.before = IntStream.range(0, token.getTokenIndex())
                .mapToObj(tokens::get)
                .filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        this.next = token.getType() == Token.EOF
                ? Optional.empty()
                : IntStream.range(token.getTokenIndex() + 1, tokens.size())
                        .mapToObj(tokens::get)
                        .filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL)
                        .findFirst();
    }

    /** What is meant where a construct is nearly right. */
    Optional<String> nearMiss() {
        return new NearMiss(before, token, next).advice();
    }

    /** How the construct around the token is written. */
    Optional<String> shape() {
        return ConstructShape.of(before);
    }

    /**
     * An operator of another language at the token, or right before it.
     *
     * @param where whether a condition may follow behind {@code where}
     */
    Optional<Operator> operator(boolean where) {
        Token previous = previous(1);
        String pair = text(previous) + token.getText();
        if (pair.equals("->") && adjacent(previous) && ConstructShape.isFlowWithoutAmount(before)) {
            return Optional.of(new Operator(previous, pair, "what a flow carries stands behind =>"));
        }
        if (token.getText().equals("if") && (where || ConstructShape.isOffender(before))) {
            return Optional.of(new Operator(token, "if", "write " + (where ? "where" : "when") + " instead"));
        }
        if ((pair.equals("->") || pair.equals("<>")) && adjacent(previous)) {
            return Optional.of(new Operator(previous, pair, OPERATORS.get(pair)));
        }
        Token word =
                WORDS.contains(text(previous)) ? previous : beforeParentheses().orElse(token);
        return Optional.ofNullable(OPERATORS.get(word.getText()))
                .map(advice -> new Operator(word, word.getText(), advice));
    }

    /** The brace that a declaration or the end of the file shows to be without its partner. */
    Optional<Token> unclosedBrace() {
        boolean begins = token.getType() == Token.EOF
                || DECLARATIONS.contains(token.getText())
                || DECLARATIONS.contains(text(previous(1)));
        Deque<Token> open = new ArrayDeque<>();
        for (Token t : before) {
            if (t.getText().equals("{")) {
                open.push(t);
            } else if (t.getText().equals("}") && !open.isEmpty()) {
                open.pop();
            }
        }
        return begins ? Optional.ofNullable(open.peek()) : Optional.empty();
    }

    /** How a property begins, where the token stands where its name or the colon behind it should be. */
    Optional<String> headOfProperty() {
        return Stream.of(previous(1), previous(2))
                .filter(t -> t != null && PROPERTIES.contains(t.getText()))
                .map(t -> "a property begins with its kind, a name of letters, digits and _, and a colon: `"
                        + t.getText() + (t.getText().equals("within") ? " name: during c.f: …;`" : " name: …;`"))
                .findFirst();
    }

    /** How a list or a binding of another notation is written here. */
    Optional<String> separator() {
        if (token.getText().equals(",") && text(previous(2)).equals("trusts")) {
            return Optional.of("each actor has a clause of its own: `trusts a; trusts b;`");
        }
        boolean binding = token.getText().equals(".") && text(previous(3)).equals("forall");
        return binding ? Optional.of("a colon follows what is bound: `forall address u: …`") : Optional.empty();
    }

    private Token previous(int distance) {
        return before.size() < distance ? null : before.get(before.size() - distance);
    }

    private boolean adjacent(Token previous) {
        return previous.getStopIndex() + 1 == token.getStartIndex();
    }

    private static String text(Token t) {
        return t == null ? "" : t.getText();
    }

    /** The {@code if} in front of the parentheses that end right before the token. */
    private Optional<Token> beforeParentheses() {
        int depth = 0;
        for (int i = before.size() - 1; i >= 0; i--) {
            depth += switch (before.get(i).getText()) {
                case ")" -> 1;
                case "(" -> -1;
                default -> 0;
            };
            if (depth == 0) {
                boolean found = i > 0
                        && i < before.size() - 1
                        && before.get(i - 1).getText().equals("if");
                return found ? Optional.of(before.get(i - 1)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
