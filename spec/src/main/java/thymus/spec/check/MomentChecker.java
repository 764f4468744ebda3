package thymus.spec.check;

import java.util.Optional;
import thymus.spec.syntax.Source;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;

/** What a condition cannot speak of that is judged in the middle of a step: what is known of whole steps alone. */
final class MomentChecker {
    private MomentChecker() {}

    /** @param where a further condition that is read at the same moments */
    static void refuse(Source source, Expr claimed, Optional<Expr> where) {
        refuse(source, claimed);
        where.ifPresent(condition -> refuse(source, condition));
    }

    private static void refuse(Source source, Expr condition) {
        Walk.all(condition).forEach(part -> {
            switch (part) {
                case Expr.Windowed window ->
                    throw source.ruleError(
                            window.span(),
                            "a window counts whole steps, and this is judged in the middle of one",
                            "write a limit, or a rule on ok(…)");
                case Expr.GhostValue ghost ->
                    throw source.ruleError(
                            ghost.span(),
                            "the ghost '" + ghost.variable().name()
                                    + "' changes with whole steps, and this is judged in the middle of one",
                            "write an invariant, or a rule on ok(…)");
                case Expr.Start _ -> {}
                case Expr.Past past ->
                    throw source.ruleError(
                            past.span(),
                            past.word() + "(…) looks at settled states, and this is judged in the middle of a step",
                            "write prev(…), start(…), or a rule on ok(…)");
                case Expr.Temporal _ -> {}
                case Expr.Leaf _, Expr.StateRead _, Expr.Quantified _, Expr.Compound _ -> {}
            }
        });
    }

    static void refuseChains(Declarations environment, Span span, String word) {
        if (!environment.chains.isEmpty()) {
            throw environment.source.unsupported(
                    span, word + " in a file with several chains", "leave it out, or specify one chain");
        }
    }
}
