package thymus.spec.check;

import java.util.Optional;
import org.antlr.v4.runtime.Token;
import thymus.spec.UnsupportedConstruct;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;
import thymus.spec.text.Span;

/** Every construct that parses and has no meaning yet, by name, with what to write instead. */
final class Unsupported {
    private final Source source;

    Unsupported(Source source) {
        this.source = source;
    }

    UnsupportedConstruct expression(InvParser.ExpressionContext context) {
        Span span = source.span(context);
        return switch (context) {
            case InvParser.SameSuffixContext c ->
                source.unsupported(
                        span,
                        "a call before 'same as without'",
                        "the rule's trigger says which call is made twice: rule n: on attempted(vault.withdraw): "
                                + "condition ==> same as without " + c.name().getText() + ";");
            case InvParser.AbsenceContext c ->
                source.unsupported(span, "'no'", "write a rule on the call that must not be");
            case InvParser.EllipsisExpressionContext c -> source.unsupported(span, "'" + context.getText() + "'", "");
            default -> throw new IllegalArgumentException(context.getClass().getSimpleName());
        };
    }

    /** Whether the name will be one of the language's own. What a gain is, each file defines for itself. */
    static boolean reserves(String name) {
        return !advice(name).isEmpty() && !name.equals("gain");
    }

    /** @return empty if the name is no function of the language at all */
    Optional<UnsupportedConstruct> function(String name, Span span) {
        String advice = advice(name);
        return advice.isEmpty() ? Optional.empty() : Optional.of(source.unsupported(span, "'" + name + "'", advice));
    }

    private static String advice(String name) {
        return switch (name) {
            case "ok", "reverted", "attempted" -> "write a rule on ok(…), or ask can(sender, call)";
            case "gain" ->
                "define it: define gain(address a) = token.balanceOf(a) - start(token.balanceOf(a)); with prices "
                        + "as factors";
            default -> "";
        };
    }

    /** @return empty if the declaration has a meaning */
    Optional<UnsupportedConstruct> declaration(InvParser.DeclarationContext context) {
        String advice = switch (context) {
            case InvParser.DelayDeclarationContext c ->
                "each relay says it for itself: relay … within 30 minutes, in any order, at most once;";
            default -> "";
        };
        Token word = context.getStart();
        return advice.isEmpty()
                ? Optional.empty()
                : Optional.of(source.unsupported(source.span(word), "'" + word.getText() + "'", advice));
    }
}
