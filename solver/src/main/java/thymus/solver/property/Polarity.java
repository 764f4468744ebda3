package thymus.solver.property;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import thymus.solver.UnsupportedConstructException;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Walk;

/**
 * The polarity of each {@code forall} over a type: where its truth helps the whole expression, or where it is a premise
 * and its falsehood helps. One arbitrary value stands for all in the first place. The second takes chosen values, which
 * is to assume less.
 */
public final class Polarity {
    private final Set<Expr.ForAll> premises = Collections.newSetFromMap(new IdentityHashMap<>());

    private Polarity() {}

    /**
     * The quantifiers of the property that are premises, those over a set among them.
     *
     * @throws UnsupportedConstructException for one that is neither, such as an operand of {@code ==}
     */
    static Set<Expr.ForAll> premises(Property property) {
        Polarity polarity = new Polarity();
        polarity.visit(property.condition(), true);
        if (property instanceof Property.Rule rule) {
            Optional<Expr> where = rule.trigger().where();
            where.ifPresent(condition -> polarity.visit(condition, false));
        }
        return polarity.premises;
    }

    /** Whether each {@code forall} of the expression stands where its truth helps. */
    public static boolean isPositive(Expr expr) {
        Polarity polarity = new Polarity();
        try {
            polarity.visit(expr, true);
        } catch (UnsupportedConstructException e) {
            return false;
        }
        return polarity.premises.stream().noneMatch(f -> Walk.all(f).anyMatch(Expr.ForAll::isOverType));
    }

    private void visit(Expr expr, boolean positive) {
        switch (expr) {
            case Expr.ForAll f -> {
                if (!positive) {
                    premises.add(f);
                }
                visit(f.body(), positive);
            }
            case Expr.Unary u -> visit(u.operand(), !positive);
            case Expr.Binary b -> {
                switch (b.operator()) {
                    case AND, OR -> {
                        visit(b.left(), positive);
                        visit(b.right(), positive);
                    }
                    case IMPLIES -> {
                        visit(b.left(), !positive);
                        visit(b.right(), positive);
                    }
                    case ADD,
                            SUBTRACT,
                            MULTIPLY,
                            DIVIDE,
                            MODULO,
                            MINIMUM,
                            MAXIMUM,
                            LESS,
                            LESS_OR_EQUAL,
                            EQUAL,
                            NOT_EQUAL -> refuseQuantifiers(b);
                }
            }
            case Expr.Previous p -> visit(p.operand(), positive);
            case Expr.SameWithout same -> {
                if (!positive) {
                    throw whereFalsehoodCounts(same);
                }
            }
            case Expr.Leaf _ -> {}
            case Expr.Conditional _, Expr.EncodedCall _, Expr.Sequence _, Expr.StateRead _, Expr.Temporal _ ->
                refuseQuantifiers(expr);
        }
    }

    /** What cannot be compared counts as different, which is sound only where that is no help. */
    private static UnsupportedConstructException whereFalsehoodCounts(Expr same) {
        return new UnsupportedConstructException(
                same.span() + ": 'same as without' whose falsehood counts here, which the prover does not read");
    }

    private static void refuseQuantifiers(Expr expr) {
        Walk.all(expr).filter(Expr.SameWithout.class::isInstance).findFirst().ifPresent(same -> {
            throw whereFalsehoodCounts(same);
        });
        Walk.all(expr).filter(Expr.ForAll::isOverType).findFirst().ifPresent(quantifier -> {
            throw new UnsupportedConstructException(quantifier.span()
                    + ": a 'forall' whose truth and falsehood both count here, which the prover does not read yet");
        });
    }
}
