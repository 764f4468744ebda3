package thymus.ci.guard;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Window;

/** Windows of every length, which a limit asks for by {@code forall duration}. */
final class Durations {
    private Durations() {}

    /** The name of its length, if it has one. */
    static Optional<Expr.Local> of(Expr.Windowed window) {
        return window.window() instanceof Window.Last last && last.seconds() instanceof Expr.Local length
                ? Optional.of(length)
                : Optional.empty();
    }

    static boolean isOfAnyLength(Expr expr) {
        return expr instanceof Expr.Windowed window && of(window).isPresent();
    }

    static boolean same(Expr expr, Expr.Local length) {
        return expr instanceof Expr.Local local && local.variable().equals(length.variable());
    }

    /**
     * Puts W - 1 in place of max(W - 1, 0). The two differ at 0 only, where the window is empty; what is asked of an
     * empty window is asked apart.
     */
    static LinearForm simplified(LinearForm sum) {
        List<LinearForm.Term> terms = new ArrayList<>();
        BigInteger constant = sum.constant();
        for (LinearForm.Term term : sum.terms()) {
            Optional<Expr> length = oneLess(term.atom());
            terms.add(length.map(w -> new LinearForm.Term(term.factor(), w)).orElse(term));
            constant = length.isPresent() ? constant.subtract(term.factor()) : constant;
        }
        return new LinearForm(terms, constant);
    }

    private static Optional<Expr> oneLess(Expr expr) {
        return expr instanceof Expr.Binary max
                        && max.operator() == BinaryOperator.MAXIMUM
                        && isNumber(max.right(), 0)
                        && max.left() instanceof Expr.Binary less
                        && less.operator() == BinaryOperator.SUBTRACT
                        && isNumber(less.right(), 1)
                        && less.left() instanceof Expr.Local local
                        && local.variable().abi().isEmpty()
                ? Optional.of(local)
                : Optional.empty();
    }

    private static boolean isNumber(Expr expr, long number) {
        return expr instanceof Expr.IntegerLiteral literal && literal.value().equals(BigInteger.valueOf(number));
    }
}
