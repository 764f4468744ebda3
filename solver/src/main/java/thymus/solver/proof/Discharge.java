package thymus.solver.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.ProofObligation;
import thymus.solver.property.Quantifiers;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.Windows;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.tree.Expr;

/** Asks the solver whether a proof obligation follows from lemmas, and finds out which of them it needs. */
final class Discharge {
    /** Keys that the step itself reads come first, then those that the lemmas at these keys read as well. */
    private static final int ROUNDS = 2;

    private final SmtSolver solver;
    private final Queries queries;
    private final ObligationGenerator plain;
    private final SymbolicState arbitrary;
    private final Terms terms;

    /** @param arbitrary the state between transactions */
    Discharge(SmtSolver solver, Queries queries, ObligationGenerator plain, SymbolicState arbitrary, Terms terms) {
        this.solver = solver;
        this.queries = queries;
        this.plain = plain;
        this.arbitrary = arbitrary;
        this.terms = terms;
    }

    /** @param asked the query that has this result */
    record Answer(SmtResult result, List<BoolTerm> asked) {}

    /**
     * Asks with the hypotheses that earlier obligations needed, and then with all.
     *
     * @param needed the lemmas' indexes; those that this obligation needs beside are added
     * @param query the path condition, and that the claim is false
     */
    Answer of(ProofObligation goal, ProofPart part, Lemmas used, Set<Integer> needed, List<BoolTerm> query) {
        List<BoolTerm> given = part.given(used, terms.yes);
        List<BoolTerm> few = new ArrayList<>();
        needed.forEach(i -> few.add(given.get(i)));
        few.addAll(query);
        List<BoolTerm> asked = queries.complete(few);
        SmtResult result = solver.check(asked);
        if (!(result instanceof SmtResult.Unsatisfiable) && needed.size() < given.size()) {
            List<BoolTerm> all = new ArrayList<>(given);
            all.addAll(query);
            asked = queries.complete(all);
            result = solver.check(asked);
            if (result instanceof SmtResult.Unsatisfiable) {
                needed.addAll(solver.core(given, asked));
            }
        }
        if (result instanceof SmtResult.Satisfiable) {
            List<BoolTerm> read = new ArrayList<>(query);
            for (int round = 0; round < ROUNDS && result instanceof SmtResult.Satisfiable; round++) {
                Map<Integer, List<BoolTerm>> instances = instances(used, goal, part, given, read);
                read.addAll(given);
                if (instances.isEmpty()) {
                    continue;
                }
                List<BoolTerm> more = new ArrayList<>(given);
                instances.values().forEach(more::addAll);
                more.addAll(query);
                asked = queries.complete(more);
                SmtResult withInstances = solver.check(asked);
                if (withInstances instanceof SmtResult.Unsatisfiable) {
                    result = withInstances;
                    needed.addAll(solver.core(given, asked));
                    needed.addAll(instances.keySet());
                }
            }
        }
        return new Answer(result, asked);
    }

    /**
     * What the lemmas about all keys say of the values that the trigger binds, and of the keys that the query reads, by
     * the lemmas' indexes.
     */
    private Map<Integer, List<BoolTerm>> instances(
            Lemmas used, ProofObligation goal, ProofPart part, List<BoolTerm> given, List<BoolTerm> query) {
        SymbolicState state = part.isEntry() ? part.transaction().before() : arbitrary;
        Map<Integer, List<BoolTerm>> found = new LinkedHashMap<>();
        Simplifier known = goal.transaction().simplifier();
        List<IntTerm> names =
                goal.names().stream().map(known::simplify).distinct().toList();
        for (int i = 0; i < used.kept().size(); i++) {
            Expr lemma = used.kept().get(i).condition();
            if (!ReadKeys.speaksOfAll(lemma)
                    || !Windows.speaksOfStateOnly(lemma)
                    || (part.isEntry() && !used.holdsAtEntries(i))) {
                continue;
            }
            BoolTerm hypothesis = given.get(i);
            List<BoolTerm> more = new ArrayList<>();
            if (!names.isEmpty()) {
                more.add(at(lemma, state, queries.instancesAt(names)));
            }
            more.add(at(lemma, state, queries.readKeys().of(hypothesis, query)));
            more.removeIf(instance -> instance == terms.yes || instance == hypothesis);
            if (!more.isEmpty()) {
                found.put(i, more);
            }
        }
        return found;
    }

    private BoolTerm at(Expr lemma, SymbolicState state, Quantifiers values) {
        return plain.holds(lemma, state, new Simplifier(terms, PathFacts.none(terms)), values);
    }
}
