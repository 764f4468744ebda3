package thymus.solver.symbolic;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import thymus.solver.state.SlotReader;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;

/**
 * Slots that depend on conditions, such as that of the last element: its index is the length less one, which wraps where
 * the length is zero. Each case is a separate path, and a case that contradicts the checks before it is none.
 */
final class SlotCases {
    private final Worklist paths;
    private final Predicate<List<BoolTerm>> possible;

    /** @param possible whether conditions are satisfiable together; may return true if in doubt */
    SlotCases(Worklist paths, Predicate<List<BoolTerm>> possible) {
        this.paths = paths;
        this.possible = possible;
    }

    /**
     * Forks the path before it uses a slot that cannot be told.
     *
     * @return true if other paths represent this one; false if the slot depends on no open condition
     */
    boolean fork(Path path, IntTerm slot) {
        Optional<BoolTerm> condition = condition(slot);
        if (condition.isEmpty()) {
            return false;
        }
        path.budget.fork(path, paths.size());
        for (BoolTerm side : List.of(condition.get(), path.terms.not(condition.get()))) {
            Path one = path.copy();
            assume(one, side);
            if (!one.simplifier.facts().isContradictory() && possible.test(one.conditions)) {
                paths.add(one);
            }
        }
        return true;
    }

    /** Adds the condition, and what earlier conditions say of the terms that it leaves of choices. */
    private static void assume(Path path, BoolTerm condition) {
        Simplifier alone =
                new Simplifier(path.terms, PathFacts.none(path.terms).assume(condition));
        PathFacts facts = path.simplifier.facts();
        for (BoolTerm earlier : path.conditions) {
            facts = facts.assume(alone.simplify(earlier));
        }
        path.simplifier = new Simplifier(path.terms, facts);
        path.assume(condition);
    }

    /** The condition of a choice that the number itself depends on; those in keys are open as the keys are. */
    private static Optional<BoolTerm> condition(IntTerm term) {
        return switch (term) {
            case IntTerm.Choice c -> Optional.of(c.condition());
            case IntTerm.Sum s ->
                s.parts().stream()
                        .flatMap(part -> condition(part.term()).stream())
                        .findFirst();
            case IntTerm.Product p ->
                p.factors().stream()
                        .flatMap(factor -> condition(factor).stream())
                        .findFirst();
            case IntTerm.Quotient q -> condition(q.dividend());
            case IntTerm.Remainder r -> condition(r.dividend());
            case IntTerm.Apply a ->
                SlotReader.isHashOfWords(a) ? condition(a.arguments().getLast()) : Optional.empty();
            case IntTerm.Constant _, IntTerm.Symbol _ -> Optional.empty();
        };
    }
}
