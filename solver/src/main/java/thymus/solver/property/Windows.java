package thymus.solver.property;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.UnsupportedConstructException;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;

/** Finds subexpressions. */
public final class Windows {
    private Windows() {}

    /** The windowed aggregates of an expression, each once, frozen. */
    public static List<FrozenWindow> freeze(Expr expr) {
        List<Expr.Windowed> found = new ArrayList<>();
        collect(expr, found);
        List<FrozenWindow> frozen = new ArrayList<>();
        for (Expr.Windowed window : found) {
            if (window.aggregate() != Expr.Windowed.Aggregate.SUM
                    && window.aggregate() != Expr.Windowed.Aggregate.COUNT) {
                throw new UnsupportedConstructException(
                        window.span() + ": the prover does not read min and max of a flow yet");
            }
            refuseQuantifiers(window.flow());
            frozen.add(FrozenWindow.of(window, frozen.size()));
        }
        return frozen;
    }

    /** One unknown stands for all addresses where a claim is shown; what a flow adds is no claim. */
    private static void refuseQuantifiers(Flow flow) {
        List<Expr> parts = new ArrayList<>(List.of(flow.amount()));
        flow.key().ifPresent(parts::add);
        flow.trigger().where().ifPresent(parts::add);
        for (Expr part : parts) {
            if (hasQuantifier(part)) {
                throw new UnsupportedConstructException(
                        part.span() + ": a 'forall' in a flow, which the prover does not read yet");
            }
        }
    }

    private static void collect(Expr expr, List<Expr.Windowed> found) {
        if (expr instanceof Expr.Previous && Subexpressions.all(expr).stream().anyMatch(Expr.Windowed.class::isInstance)) {
            throw new UnsupportedConstructException(
                    expr.span() + ": a windowed sum inside prev(…), which the prover does not read yet");
        }
        if (expr instanceof Expr.Windowed w && !found.contains(w)) {
            found.add(w);
        }
        Subexpressions.of(expr).forEach(child -> collect(child, found));
    }

    /** Whether the state alone decides the expression: no transaction, no state before it, no window. */
    public static boolean speaksOfStateOnly(Expr expr) {
        boolean own =
                switch (expr) {
                    case Expr.Previous p -> false;
                    case Expr.Windowed w -> false;
                    case Expr.Context c -> c.field() == Expr.Context.Field.TIMESTAMP;
                    default -> true;
                };
        return own && Subexpressions.of(expr).stream().allMatch(Windows::speaksOfStateOnly);
    }

    private static boolean hasQuantifier(Expr expr) {
        return Subexpressions.all(expr).stream().anyMatch(Polarity::isOverType);
    }
}
