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
 * A token of a specification with what it is part of.
 *
 * @param parent the form that it belongs to itself
 * @param isFirst whether a declaration, a statement or a clause begins with it
 * @param gap what stands before it
 */
record SourceToken(Token symbol, ParserRuleContext parent, boolean isFirst, Gap gap) {
    /** All tokens of a specification in order, the last one its end. */
    static List<SourceToken> in(Source source) {
        List<SourceToken> tokens = new ArrayList<>();
        Set<Token> first = new HashSet<>();
        Deque<ParseTree> open = new ArrayDeque<>();
        open.push(SyntaxReader.parse(source));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case TerminalNode leaf -> {
                    Token symbol = leaf.getSymbol();
                    Gap gap = tokens.isEmpty()
                            ? start(symbol)
                            : between(tokens.getLast().symbol(), symbol);
                    tokens.add(
                            new SourceToken(symbol, (ParserRuleContext) leaf.getParent(), first.contains(symbol), gap));
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
        return tokens;
    }

    private static boolean begins(ParserRuleContext form) {
        return form instanceof InvParser.DeclarationContext
                || form instanceof InvParser.StatementContext
                || form instanceof InvParser.ClauseContext
                || form instanceof InvParser.BenignClauseContext
                || form instanceof InvParser.MoveContext;
    }

    private static Gap start(Token symbol) {
        return Gap.of(text(symbol.getInputStream(), 0, symbol.getStartIndex() - 1), 0);
    }

    private static Gap between(Token before, Token symbol) {
        String token = before.getText();
        return Gap.of(
                text(symbol.getInputStream(), before.getStopIndex() + 1, symbol.getStartIndex() - 1),
                before.getCharPositionInLine() + token.codePointCount(0, token.length()));
    }

    /** The end of a file has no width, so that what stands before it reaches to the end of the text. */
    private static String text(CharStream in, int from, int to) {
        int last = Math.min(to, in.size() - 1);
        return from > last ? "" : in.getText(Interval.of(from, last));
    }

    boolean is(String sign) {
        return symbol.getText().equals(sign);
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
                || parent instanceof InvParser.SetupLoopContext
                || parent instanceof InvParser.ActionDeclarationContext
                || parent instanceof InvParser.TryDeclarationContext;
    }

    /** Whether it stands first on its line. */
    boolean begins() {
        return isFirst || closes() || symbol.getType() == Token.EOF;
    }

    boolean closesBracket() {
        return is(")") || is("]") || is("}");
    }
}
