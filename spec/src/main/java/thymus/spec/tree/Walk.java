package thymus.spec.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Goes over an expression. */
public final class Walk {
    private Walk() {}

    /** The expression and everything in it, outermost first. */
    public static Stream<Expr> all(Expr expr) {
        return Stream.concat(Stream.of(expr), expr.parts().stream().flatMap(Walk::all));
    }

    /** The names in the expressions that are bound outside of them, in order of appearance. */
    public static List<Variable> free(List<Expr> exprs) {
        Set<Variable> names = new LinkedHashSet<>();
        exprs.forEach(expr -> collectFree(expr, List.of(), names));
        return List.copyOf(names);
    }

    private static void collectFree(Expr expr, List<Variable> bound, Set<Variable> names) {
        if (expr instanceof Expr.Local local && !bound.contains(local.variable())) {
            names.add(local.variable());
        }
        List<Variable> inner = bound;
        if (expr instanceof Expr.ForAll quantifier) {
            inner = new ArrayList<>(bound);
            inner.add(quantifier.variable());
        }
        for (Expr part : expr.parts()) {
            collectFree(part, inner, names);
        }
    }
}
