package thymus.spec.format;

import java.util.Set;
import org.antlr.v4.runtime.Token;
import thymus.spec.syntax.InvParser;

/** Where a space stands between two words of one line. */
final class Spacing {
    private static final Set<String> TIGHT_BEFORE = Set.of(";", ",", ")", "]", ".", "@");
    private static final Set<String> TIGHT_AFTER = Set.of("(", "[", ".", "@");

    private Spacing() {}

    static boolean between(Word left, Word right) {
        if (isWord(left) && isWord(right)) {
            return true;
        }
        return !isTightAfter(left) && !isTightBefore(right);
    }

    private static boolean isWord(Word word) {
        return switch (word.token().getType()) {
            case Token.EOF -> false;
            default -> Character.isLetterOrDigit(word.token().getText().codePointAt(0)) || word.is("_");
        };
    }

    private static boolean isTightAfter(Word word) {
        return TIGHT_AFTER.contains(word.token().getText())
                || (word.is("{") && word.parent() instanceof InvParser.SetContext)
                || word.parent() instanceof InvParser.PrefixExpressionContext;
    }

    private static boolean isTightBefore(Word word) {
        return switch (word.token().getText()) {
            case ":" -> !(word.parent() instanceof InvParser.ConditionalContext);
            case "(" -> opensArguments(word);
            case "[" ->
                word.parent() instanceof InvParser.IndexExpressionContext
                        || word.parent() instanceof InvParser.TypeContext;
            case "*" -> word.parent() instanceof InvParser.OccurrenceContext;
            case "}" -> word.parent() instanceof InvParser.SetContext;
            default -> TIGHT_BEFORE.contains(word.token().getText());
        };
    }

    /** A list behind a name stands close to it, as in a call. */
    private static boolean opensArguments(Word word) {
        return switch (word.parent()) {
            case InvParser.CallExpressionContext _,
                    InvParser.DeploymentContext _,
                    InvParser.SetupCallContext _,
                    InvParser.DefineDeclarationContext _,
                    InvParser.FunctionReferenceContext _,
                    InvParser.PanicFailureContext _,
                    InvParser.ReasonContext _,
                    InvParser.OccurrenceContext _,
                    InvParser.EncodedArgumentContext _ -> true;
            // ok(…) is a call, returns (…) is none.
            case InvParser.CallTriggerContext trigger -> trigger.getChild(1).getPayload() == word.token();
            default -> false;
        };
    }
}
