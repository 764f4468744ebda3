package thymus.spec.tree;

import java.util.stream.Stream;

/** Goes over an expression. */
public final class Walk {
    private Walk() {}

    /** The expression and everything in it, outermost first. */
    public static Stream<Expr> all(Expr expr) {
        return Stream.concat(Stream.of(expr), expr.parts().stream().flatMap(Walk::all));
    }
}
