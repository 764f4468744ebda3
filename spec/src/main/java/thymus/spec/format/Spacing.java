package thymus.spec.format;

import java.util.Set;
import thymus.spec.syntax.InvParser;

/** Where a space stands between two tokens of one line. */
final class Spacing {
    private static final Set<String> TIGHT_BEFORE = Set.of(";", ",", ")", "]", ".", "@");
    private static final Set<String> TIGHT_AFTER = Set.of("(", "[", ".", "@");

    private Spacing() {}

    static boolean between(SourceToken left, SourceToken right) {
        return !isTightAfter(left) && !isTightBefore(right);
    }

    private static boolean isTightAfter(SourceToken token) {
        return TIGHT_AFTER.contains(token.symbol().getText())
                || (token.is("{") && token.parent() instanceof InvParser.SetContext)
                || token.parent() instanceof InvParser.PrefixExpressionContext;
    }

    private static boolean isTightBefore(SourceToken token) {
        return switch (token.symbol().getText()) {
            case ":" -> !(token.parent() instanceof InvParser.ConditionalContext);
            case "(" -> opensArguments(token);
            case "[" ->
                token.parent() instanceof InvParser.IndexExpressionContext
                        || token.parent() instanceof InvParser.TypeContext;
            case "*" -> token.parent() instanceof InvParser.OccurrenceContext;
            case "}" -> token.parent() instanceof InvParser.SetContext;
            default -> TIGHT_BEFORE.contains(token.symbol().getText());
        };
    }

    /** A list behind a name stands close to it, as in a call. */
    private static boolean opensArguments(SourceToken token) {
        return switch (token.parent()) {
            case InvParser.CallExpressionContext _,
                    InvParser.DeploymentContext _,
                    InvParser.SetupCallContext _,
                    InvParser.DefineDeclarationContext _,
                    InvParser.FunctionReferenceContext _,
                    InvParser.PanicFailureContext _,
                    InvParser.ReasonContext _,
                    InvParser.OccurrenceContext _,
                    InvParser.EncodedArgumentContext _,
                    InvParser.EncodedChoiceContext _,
                    InvParser.MoveCallContext _ -> true;
            // ok(…) is a call, returns (…) is none.
            case InvParser.CallTriggerContext trigger -> trigger.getChild(1).getPayload() == token.symbol();
            default -> false;
        };
    }
}
