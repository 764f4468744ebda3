package thymus.solver.property;

import java.util.ArrayList;
import java.util.List;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Window;

/** The parts of an expression. */
public final class Subexpressions {
    private Subexpressions() {}

    /** The expression and everything inside it. */
    public static List<Expr> all(Expr expr) {
        List<Expr> all = new ArrayList<>(List.of(expr));
        of(expr).forEach(part -> all.addAll(all(part)));
        return all;
    }

    /** Those directly inside. */
    static List<Expr> of(Expr expr) {
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
                List<Expr> inner = new ArrayList<>();
                if (e.window() instanceof Window.Last last) {
                    inner.add(last.seconds());
                }
                e.key().ifPresent(inner::add);
                yield inner;
            }
            case Expr.Can e -> {
                List<Expr> inner = new ArrayList<>(List.of(e.sender()));
                inner.addAll(e.arguments());
                yield inner;
            }
            case Expr.ForAll e -> {
                List<Expr> inner = new ArrayList<>(e.domain());
                inner.add(e.body());
                yield inner;
            }
            case Expr.Sequence e -> e.elements();
            default -> List.of();
        };
    }
}
