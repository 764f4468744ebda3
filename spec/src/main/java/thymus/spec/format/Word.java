package thymus.spec.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.SyntaxReader;

/**
 * A word or a sign of a specification with what it is part of.
 *
 * @param parent the form that it belongs to itself
 * @param isFirst whether a declaration, a statement or a clause begins with it
 * @param gap what stands before it
 */
record Word(Token token, ParserRuleContext parent, boolean isFirst, Gap gap) {
    /** All words of a specification in order, the last one its end. */
    static List<Word> in(Source source) {
        List<Word> words = new ArrayList<>();
        Set<Token> first = new HashSet<>();
        Deque<ParseTree> open = new ArrayDeque<>();
        open.push(SyntaxReader.parse(source));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case TerminalNode leaf -> {
                    Token token = leaf.getSymbol();
                    Gap gap = words.isEmpty()
                            ? start(token)
                            : between(words.getLast().token(), token);
                    words.add(new Word(token, (ParserRuleContext) leaf.getParent(), first.contains(token), gap));
                }
                case ParserRuleContext inner -> {
                    if (begins(inner)) {
                        first.add(inner.getStart());
                    }
                    for (int i = inner.getChildCount() - 1; i >= 0; i--) {
                        open.push(inner.getChild(i));
                    }
                }
                case ParseTree other -> throw new IllegalStateException("no part of a syntax tree: " + other);
            }
        }
        return words;
    }

    private static boolean begins(ParserRuleContext form) {
        return form instanceof InvParser.DeclarationContext
                || form instanceof InvParser.StatementContext
                || form instanceof InvParser.ClauseContext
                || form.getParent() instanceof InvParser.BenignDeclarationContext;
    }

    private static Gap start(Token token) {
        return Gap.of(text(token.getInputStream(), 0, token.getStartIndex() - 1), 0);
    }

    private static Gap between(Token before, Token token) {
        String word = before.getText();
        return Gap.of(
                text(token.getInputStream(), before.getStopIndex() + 1, token.getStartIndex() - 1),
                before.getCharPositionInLine() + word.codePointCount(0, word.length()));
    }

    /** The end of a file has no width, so that what stands before it reaches to the end of the text. */
    private static String text(CharStream in, int from, int to) {
        int last = Math.min(to, in.size() - 1);
        return from > last ? "" : in.getText(Interval.of(from, last));
    }

    boolean is(String sign) {
        return token.getText().equals(sign);
    }

    /** Whether a block begins with it. */
    boolean opens() {
        return is("{") && isOfBlock();
    }

    /** Whether a block ends with it. */
    boolean closes() {
        return is("}") && isOfBlock();
    }

    private boolean isOfBlock() {
        return parent instanceof InvParser.SetupDeclarationContext
                || parent instanceof InvParser.AdversaryDeclarationContext
                || parent instanceof InvParser.BenignDeclarationContext
                || parent instanceof InvParser.SetupLoopContext;
    }

    /** Whether it stands first on its line. */
    boolean begins() {
        return isFirst || closes() || token.getType() == Token.EOF;
    }

    boolean closesBracket() {
        return is(")") || is("]") || is("}");
    }
}
