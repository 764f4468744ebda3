package thymus.solver.property;

import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;

/**
 * A past operator as variables of a proof: what it has noted of all states so far is one number, which each transaction
 * carries on. {@code ago} notes what its operand was at one arbitrary moment, chosen once, as a window begins at one.
 * What an operator says of a name is noted for one arbitrary value of the name, or for one of a list.
 *
 * @param noted the operand's value, the time of an occasion, or 1 if something was true and 0 if not
 * @param moment that {@code ago} looks back to; empty for other operators
 */
public record PastGhost(Expr.Past operator, GhostVariable noted, Optional<GhostVariable> moment, List<Name> names) {
    public PastGhost {
        names = List.copyOf(names);
    }

    /**
     * A name that is bound around the operator.
     *
     * @param listed the value of the name, where a {@code forall} lists its values; empty: an arbitrary one
     * @param isOfTrigger whether a trigger binds the name: the arbitrary value is then the one that it has bound
     */
    public record Name(Variable variable, Optional<Expr> listed, boolean isOfTrigger) {}

    /** A ghost of the file is noted as it is; one that is no number has the values of its type. */
    static PastGhost of(Expr.GhostValue ghost) {
        Optional<Variable> typed = Optional.of(ghost.variable()).filter(v -> v.type() != Type.INTEGER);
        return new PastGhost(
                ghost, new GhostVariable("the ghost " + ghost.word(), true, false, typed), Optional.empty(), List.of());
    }

    static PastGhost of(Expr.Past operator, List<Name> names, int index) {
        String suffix = index == 0 ? "" : "#" + index;
        return new PastGhost(
                operator,
                new GhostVariable(operator.word() + suffix, true, operator instanceof Expr.Deadline),
                operator instanceof Expr.Ago
                        ? Optional.of(new GhostVariable("moment" + suffix, false))
                        : Optional.empty(),
                names);
    }
}
