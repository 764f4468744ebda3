package thymus.solver.term;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds negations, conjunctions and disjunctions. */
final class Connectives {
    /** Longer junctions are kept as they are: simplifying them costs more than it saves the solver. */
    private static final int MOST_SIMPLIFIED = 16;

    private final Terms terms;
    private final Interner interner;
    private final Comparisons comparisons;
    /** A cache, because a negation walks the whole term. */
    private final Map<Integer, BoolTerm> negations = new HashMap<>();

    Connectives(Terms terms, Interner interner, Comparisons comparisons) {
        this.terms = terms;
        this.interner = interner;
        this.comparisons = comparisons;
    }

    BoolTerm not(BoolTerm operand) {
        BoolTerm known = negations.get(operand.id());
        if (known == null) {
            known = negation(operand);
            negations.put(operand.id(), known);
            negations.put(known.id(), operand);
        }
        return known;
    }

    private BoolTerm negation(BoolTerm operand) {
        return switch (operand) {
            case BoolTerm.Truth t -> terms.truth(!t.value());
            case BoolTerm.Not n -> n.operand();
            case BoolTerm.NotPositive n -> comparisons.notPositive(terms.subtract(terms.one, n.term()), 0);
            case BoolTerm.And a ->
                terms.or(a.operands().stream().map(terms::not).toList());
            case BoolTerm.Or o ->
                terms.and(o.operands().stream().map(terms::not).toList());
            case BoolTerm.Zero z -> interner.intern(Interner.key("not", z), id -> new BoolTerm.Not(id, z));
        };
    }

    /**
     * Flattens, removes duplicates, detects x with not x, and replaces the sibling literals in each compound operand.
     */
    BoolTerm junction(List<BoolTerm> operands, boolean conjunction) {
        BoolTerm neutral = terms.truth(conjunction);
        BoolTerm absorbing = terms.truth(!conjunction);
        List<BoolTerm> flat = new ArrayList<>();
        Set<BoolTerm> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (BoolTerm operand : operands) {
            for (BoolTerm part : conjunction ? conjuncts(operand) : disjuncts(operand)) {
                if (part == absorbing) {
                    return absorbing;
                }
                if (part != neutral && seen.add(part)) {
                    flat.add(part);
                }
            }
        }
        for (BoolTerm part : flat) {
            if (isLiteral(part) && seen.contains(not(part))) {
                return absorbing;
            }
        }
        for (int i = 0; i < flat.size(); i++) {
            BoolTerm compound = flat.get(i);
            if (isLiteral(compound) || flat.size() > MOST_SIMPLIFIED) {
                continue;
            }
            // x ∧ (¬x ∨ y) = x ∧ y; x ∨ (¬x ∧ y) = x ∨ y; and absorption.
            List<BoolTerm> inner = conjunction ? disjuncts(compound) : conjuncts(compound);
            if (inner.stream().anyMatch(seen::contains)) {
                List<BoolTerm> rest = new ArrayList<>(flat);
                rest.remove(i);
                return junction(rest, conjunction);
            }
            List<BoolTerm> kept =
                    inner.stream().filter(x -> !seen.contains(not(x))).toList();
            if (kept.size() < inner.size()) {
                List<BoolTerm> rest = new ArrayList<>(flat);
                rest.set(i, conjunction ? terms.or(kept) : terms.and(kept));
                return junction(rest, conjunction);
            }
        }
        if (flat.isEmpty()) {
            return neutral;
        }
        if (flat.size() == 1) {
            return flat.getFirst();
        }
        flat.sort(Comparator.comparingInt(BoolTerm::id));
        List<Object> key = new ArrayList<>();
        key.add(conjunction ? "and" : "or");
        flat.forEach(part -> key.add(part.id()));
        return interner.intern(
                key,
                id -> conjunction ? new BoolTerm.And(id, List.copyOf(flat)) : new BoolTerm.Or(id, List.copyOf(flat)));
    }

    private static boolean isLiteral(BoolTerm term) {
        return !(term instanceof BoolTerm.And || term instanceof BoolTerm.Or);
    }

    static List<BoolTerm> conjuncts(BoolTerm term) {
        return term instanceof BoolTerm.And and ? and.operands() : List.of(term);
    }

    static List<BoolTerm> disjuncts(BoolTerm term) {
        return term instanceof BoolTerm.Or or ? or.operands() : List.of(term);
    }
}
