package thymus.solver.property;

import java.util.ArrayList;
import java.util.List;
import thymus.solver.UnsupportedConstructException;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** Finds subexpressions. */
public final class Windows {
    private Windows() {}

    /** The windowed aggregates of an expression, each once, frozen. */
    public static List<ArbitraryWindow> freeze(Expr expr) {
        List<Expr.Windowed> found = new ArrayList<>();
        collect(expr, found);
        List<ArbitraryWindow> frozen = new ArrayList<>();
        for (Expr.Windowed window : found) {
            if (window.aggregate() == Expr.Windowed.Aggregate.MINIMUM
                    || window.aggregate() == Expr.Windowed.Aggregate.MAXIMUM) {
                throw new UnsupportedConstructException(
                        window.span() + ": the prover does not read min and max of a flow yet");
            }
            refuseQuantifiers(window.flow());
            frozen.add(ArbitraryWindow.of(window, frozen.size(), any(expr)));
        }
        return frozen;
    }

    /** The names of the quantifiers over types that the condition begins with. */
    static List<Variable> any(Expr condition) {
        List<Variable> names = new ArrayList<>();
        Expr rest = condition;
        while (rest instanceof Expr.ForAll all && Expr.ForAll.isOverType(all)) {
            names.add(all.variable());
            rest = all.body();
        }
        return names;
    }

    /** One unknown stands for all addresses where a claim is shown; what a flow adds is no claim. */
    private static void refuseQuantifiers(Flow flow) {
        for (Expr part : flow.expressions()) {
            if (Walk.all(part).anyMatch(Expr.ForAll::isOverType)) {
                throw new UnsupportedConstructException(
                        part.span() + ": a 'forall' in a flow, which the prover does not read yet");
            }
        }
    }

    private static void collect(Expr expr, List<Expr.Windowed> found) {
        switch (expr) {
            case Expr.Windowed w -> {
                if (!found.contains(w)) {
                    found.add(w);
                }
            }
            case Expr.Temporal t -> refuseWindows(t);
            case Expr.Leaf _, Expr.StateRead _, Expr.Quantified _, Expr.Compound _ -> {}
        }
        expr.parts().forEach(child -> collect(child, found));
    }

    private static void refuseWindows(Expr.Temporal expr) {
        if (Walk.all(expr).anyMatch(Expr.Windowed.class::isInstance)) {
            throw new UnsupportedConstructException(
                    expr.span() + ": a windowed sum inside " + expr.word() + "(…), which the prover does not read yet");
        }
    }

    /** Whether the state alone decides the expression: no transaction, no state before it, no window. */
    public static boolean speaksOfStateOnly(Expr expr) {
        boolean own = switch (expr) {
            case Expr.Start _ -> true;
            case Expr.Temporal _ -> false;
            case Expr.Context c -> c.field() == Expr.Context.Field.TIMESTAMP || c.field() == Expr.Context.Field.BLOCK;
            case Expr.Constant _, Expr.Local _, Expr.Ghost _ -> true;
            case Expr.StateRead _, Expr.Quantified _, Expr.Compound _ -> true;
        };
        return own && expr.parts().stream().allMatch(Windows::speaksOfStateOnly);
    }
}
