package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import thymus.solver.state.SlotReader;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * Slots that depend on conditions, such as that of the last element: its index is the length less one, which wraps
 * where the length is zero. Each case is a separate path, and a case that contradicts the checks before it is none.
 */
final class SlotCases {
    /** A path that comes more often to one place with slots that cannot be told is not followed further. */
    private static final int MOST_AT_ONE_PLACE = 200;

    /** Those of arrays that come to 2^64 elements at most, with a few more. */
    private static final Interval INDEXES = Interval.unsigned(72);

    private final Worklist paths;
    private final Predicate<List<BoolTerm>> possible;

    /** @param possible whether conditions are satisfiable together; may return true if in doubt */
    SlotCases(Worklist paths, Predicate<List<BoolTerm>> possible) {
        this.paths = paths;
        this.possible = possible;
    }

    /**
     * Continues the path, or forks it, before it uses a slot that cannot be told.
     *
     * @return true if other paths represent this one; false if nothing more is known of the slot
     */
    boolean open(Path path, IntTerm slot) {
        int visits = path.choices.merge("slot " + path.frame().contract + "@" + path.frame().pc, 1, Integer::sum);
        if (visits > MOST_AT_ONE_PLACE) {
            return false;
        }
        Set<IntTerm> indexes = new LinkedHashSet<>();
        collectIndexes(slot, indexes);
        boolean bounded = false;
        for (IntTerm index : indexes) {
            bounded |= bound(path, index);
        }
        if (bounded) {
            paths.add(path);
            return true;
        }
        return condition(slot).filter(condition -> fork(path, condition)).isPresent();
    }

    /** Learns that an index is small, if the conditions of the path say so in ways that no bounds tell. */
    private boolean bound(Path path, IntTerm index) {
        Terms terms = path.terms;
        if (path.simplifier.facts().range(index).within(INDEXES)) {
            return false;
        }
        BoolTerm small = terms.and(
                terms.lessOrEqual(terms.zero, index),
                terms.lessOrEqual(index, terms.constant(INDEXES.high().orElseThrow())));
        List<BoolTerm> otherwise = new ArrayList<>(path.conditions);
        otherwise.add(terms.not(small));
        if (possible.test(otherwise)) {
            return false;
        }
        path.assume(small);
        return path.simplifier.facts().range(index).within(INDEXES);
    }

    /** Collects what is added to hashes. */
    private static void collectIndexes(IntTerm slot, Set<IntTerm> indexes) {
        switch (slot) {
            case IntTerm.Constant _ -> {}
            case IntTerm.Sum s -> s.parts().forEach(part -> collectIndexes(part.term(), indexes));
            case IntTerm.Remainder r -> collectIndexes(r.dividend(), indexes);
            case IntTerm.Apply a
            when SlotReader.isHashOfWords(a) -> collectIndexes(a.arguments().getLast(), indexes);
            case IntTerm.Apply _, IntTerm.Symbol _, IntTerm.Product _, IntTerm.Quotient _, IntTerm.Choice _ ->
                indexes.add(slot);
        }
    }

    private boolean fork(Path path, BoolTerm condition) {
        path.budget.fork(path, paths.size());
        for (BoolTerm side : List.of(condition, path.terms.not(condition))) {
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
        Simplifier alone = new Simplifier(path.terms, PathFacts.none(path.terms).assume(condition));
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
