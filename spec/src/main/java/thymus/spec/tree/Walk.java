package thymus.spec.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of an expression. */
public final class Walk {
    private Walk() {}

    /** The expression and everything in it, outermost first; of a flow only the window and key are part of it. */
    public static Stream<Expr> all(Expr expr) {
        return Stream.concat(Stream.of(expr), children(expr).stream().flatMap(Walk::all));
    }

    /** What stands directly under an expression, from left to right. */
    public static List<Expr> children(Expr expr) {
        return switch (expr) {
            case Expr.Unary e -> List.of(e.operand());
            case Expr.Binary e -> List.of(e.left(), e.right());
            case Expr.Conditional e -> List.of(e.condition(), e.then(), e.otherwise());
            case Expr.ViewCall e -> e.arguments();
            case Expr.StorageRead e -> e.path().keys();
            case Expr.MappingSum e -> e.path().keys();
            case Expr.EtherBalance e -> List.of(e.account());
            case Expr.Previous e -> List.of(e.operand());
            case Expr.Windowed e -> {
                Optional<Expr> length =
                        e.window() instanceof Window.Last last ? Optional.of(last.seconds()) : Optional.empty();
                yield Stream.concat(length.stream(), e.key().stream()).toList();
            }
            case Expr.Can e -> Stream.concat(Stream.of(e.sender()), e.arguments().stream()).toList();
            case Expr.ForAll e -> Stream.concat(e.domain().stream(), Stream.of(e.body())).toList();
            case Expr.Sequence e -> e.elements();
            case Expr.IntegerLiteral e -> List.of();
            case Expr.TruthLiteral e -> List.of();
            case Expr.TextLiteral e -> List.of();
            case Expr.Local e -> List.of();
            case Expr.Account e -> List.of();
            case Expr.Context e -> List.of();
            case Expr.Ghost e -> List.of();
        };
    }
}
