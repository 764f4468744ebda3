package thymus.spec.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import thymus.spec.SyntaxError;
import thymus.spec.text.Span;

/** A parser that refuses deep nesting before it overflows the Java stack. */
final class BoundedParser extends InvParser {
    static final int DEEPEST = 200;

    private final Source source;
    private int depth;

    BoundedParser(TokenStream tokens, Source source) {
        super(tokens);
        this.source = source;
    }

    static SyntaxError tooDeep(Source source, Span span) {
        return source.syntaxError(
                span, "nested more than " + DEEPEST + " levels deep", "name parts of it in separate properties");
    }

    private static boolean nests(int rule) {
        return rule == RULE_expression || rule == RULE_statement || rule == RULE_pattern || rule == RULE_type;
    }

    private void enter(int rule) {
        if (nests(rule) && ++depth > DEEPEST) {
            throw tooDeep(source, source.span(getCurrentToken()));
        }
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        enter(rule);
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        depth -= nests(_ctx.getRuleIndex()) ? 1 : 0;
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        enter(rule);
        super.enterRecursionRule(context, state, rule, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        depth--;
        super.unrollRecursionContexts(parent);
    }
}
