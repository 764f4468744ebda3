package thymus.solver.proof;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.Polarity;
import thymus.solver.property.Quantifiers;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SystemModel;
import thymus.solver.property.Windows;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.BitField;
import thymus.solver.state.Ether;
import thymus.solver.state.Region;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.UnknownFunction;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Walk;

/**
 * Invariants that compare a state with the one before the step, such as that a number never falls, as lemmas about the
 * states where unknown code begins and where it returns.
 *
 * <p>Such a relation is claimed between any earlier state, which stays the same, and the state at hand. It holds where
 * unknown code begins, for it holds between a state and itself. If each entry keeps it, at its end and where it calls
 * unknown code in turn, it holds when the unknown code returns. No transitivity is needed, because the claim is about
 * one earlier state throughout.
 */
final class StepRelations {
    private static final String EARLIER = "earlier ";

    private final ObligationGenerator reader;
    private final SymbolicState earlier;
    private final Simplifier plain;

    /**
     * @param arbitrary the state whose context stands for that of the earlier one, of which only the world is read
     * @param lengths what is known of lengths of arrays, between steps and where unknown code begins
     */
    StepRelations(SystemModel model, ObligationGenerator reader, SymbolicState arbitrary, ArbitrarySource lengths) {
        this.reader = reader;
        this.plain = new Simplifier(model.terms(), PathFacts.none(model.terms()));
        // Of the earlier state no field is known, not even one that no transaction changes: within one, locks are
        // taken.
        ArbitrarySource anything = new ArbitrarySource(model.terms(), model.layout(), new ArbitrarySource.Frozen() {
            @Override
            public Optional<BigInteger> value(Region region, BitField field) {
                return Optional.empty();
            }

            @Override
            public boolean isBounded(Region region) {
                return lengths.isBounded(region);
            }
        });
        SymbolicWorld world = model.world(anything.later(EARLIER))
                .withEther(
                        new Ether.Renewed(
                                new TreeMap<>(), UnknownFunction.into(EARLIER + "ether", Interval.unsigned(128)), true),
                        Set.of());
        this.earlier = new SymbolicState(world, arbitrary.context(), arbitrary.ghosts());
    }

    /** Whether the property relates states alone: no words of the step, no window, nothing that the file keeps. */
    static boolean isOne(Property property) {
        return property instanceof Property.Invariant invariant
                && invariant.durations().isEmpty()
                && isOne(property.condition())
                && relatesStates(property.condition())
                && Polarity.isPositive(property.condition());
    }

    static boolean isOne(Expr condition) {
        return Walk.all(condition).anyMatch(Expr.Previous.class::isInstance);
    }

    private static boolean relatesStates(Expr expr) {
        if (expr instanceof Expr.Previous previous) {
            return readsTheChain(previous.operand());
        }
        if (!isOne(expr)) {
            return readsTheChain(expr);
        }
        return !(expr instanceof Expr.Temporal) && expr.parts().stream().allMatch(StepRelations::relatesStates);
    }

    private static boolean readsTheChain(Expr expr) {
        return Windows.speaksOfStateOnly(expr) && Walk.all(expr).noneMatch(Expr.Ghost.class::isInstance);
    }

    /** The relation between the earlier state and this one. */
    BoolTerm sinceEarlier(Expr condition, SymbolicState state, Simplifier simplifier, Quantifiers quantifiers) {
        return reader.relates(condition, state, earlier, simplifier, quantifiers);
    }

    /** The claim that the relation holds between any state and itself. */
    BoolTerm ofOneState(Expr condition) {
        return reader.relates(condition, earlier, earlier, plain, Quantifiers.Goal.POSITIVE);
    }
}
