package thymus.solver.proof;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import thymus.solver.property.GoalReader;
import thymus.solver.property.Quantifiers;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Facts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * The greatest set of candidates that is inductive together: those that fail after some transaction go, until none does
 * (Houdini: Flanagan and Leino, 2001). What the solver does not decide goes too.
 */
final class InductiveSet {
    private final Queries queries;
    private final Terms terms;
    private final GoalReader reader;
    private final SymbolicState before;
    private final List<SymbolicTransaction> transactions;
    private final BooleanSupplier stopped;

    InductiveSet(
            Queries queries,
            Terms terms,
            GoalReader reader,
            SymbolicState before,
            List<SymbolicTransaction> transactions,
            BooleanSupplier stopped) {
        this.queries = queries;
        this.terms = terms;
        this.reader = reader;
        this.before = before;
        this.transactions = transactions;
        this.stopped = stopped;
    }

    /**
     * @param candidates those that hold initially
     * @param given hypotheses that are known to hold
     */
    List<Candidate> reduce(List<Candidate> candidates, List<BoolTerm> given) {
        List<Candidate> alive = new ArrayList<>(candidates);
        Map<Candidate, BoolTerm> assumed = new IdentityHashMap<>();
        for (Candidate candidate : candidates) {
            assumed.put(candidate, hypothesis(candidate));
        }
        List<Map<Candidate, BoolTerm>> claims = new ArrayList<>();
        for (SymbolicTransaction transaction : transactions) {
            SymbolicState after = reader.after(transaction);
            Map<Candidate, BoolTerm> claim = new IdentityHashMap<>();
            for (Candidate candidate : candidates) {
                claim.put(
                        candidate,
                        reader.holds(candidate.condition(), after, transaction.simplifier(), Quantifiers.Goal.POSITIVE));
            }
            claims.add(claim);
        }
        boolean changed = true;
        while (changed && !alive.isEmpty()) {
            changed = false;
            for (int i = 0; i < transactions.size() && !alive.isEmpty(); i++) {
                changed |= reduce(transactions.get(i), claims.get(i), assumed, given, alive);
            }
        }
        return stopped.getAsBoolean() ? List.of() : List.copyOf(alive);
    }

    /** What shows that the kept candidates are inductive: each query is unsatisfiable. */
    List<List<BoolTerm>> obligations(List<Candidate> kept, List<BoolTerm> given) {
        List<List<BoolTerm>> obligations = new ArrayList<>();
        for (SymbolicTransaction transaction : transactions) {
            SymbolicState after = reader.after(transaction);
            List<BoolTerm> broken = new ArrayList<>();
            List<BoolTerm> query = new ArrayList<>(given);
            for (Candidate candidate : kept) {
                query.add(hypothesis(candidate));
                broken.add(terms.not(reader.holds(
                        candidate.condition(), after, transaction.simplifier(), Quantifiers.Goal.POSITIVE)));
            }
            query.addAll(queries.transaction(transaction));
            query.add(terms.or(broken));
            obligations.add(queries.complete(query));
        }
        return obligations;
    }

    private BoolTerm hypothesis(Candidate candidate) {
        Simplifier plain = new Simplifier(terms, Facts.none(terms));
        return reader.holds(candidate.condition(), before, plain, queries.instances());
    }

    /** @return whether a candidate had to go */
    private boolean reduce(
            SymbolicTransaction transaction,
            Map<Candidate, BoolTerm> claims,
            Map<Candidate, BoolTerm> assumed,
            List<BoolTerm> given,
            List<Candidate> alive) {
        boolean changed = false;
        while (!alive.isEmpty() && !stopped.getAsBoolean()) {
            List<BoolTerm> query = new ArrayList<>(given);
            List<BoolTerm> open = new ArrayList<>();
            for (Candidate candidate : alive) {
                query.add(assumed.get(candidate));
                BoolTerm claim = claims.get(candidate);
                if (claim != terms.yes && claim != assumed.get(candidate)) {
                    open.add(terms.not(claim));
                }
            }
            if (open.isEmpty()) {
                return changed;
            }
            query.addAll(queries.transaction(transaction));
            query.add(terms.or(open));
            SmtResult result = queries.check(query);
            switch (result) {
                case SmtResult.Unsatisfiable u -> {
                    return changed;
                }
                case SmtResult.Satisfiable model -> {
                    boolean removed = alive.removeIf(c -> !model.truth(claims.get(c)));
                    if (!removed) {
                        return removeUndecided(transaction, claims, assumed, given, alive) || changed;
                    }
                    changed = true;
                }
                case SmtResult.Undecided u -> {
                    return removeUndecided(transaction, claims, assumed, given, alive) || changed;
                }
            }
        }
        if (stopped.getAsBoolean()) {
            alive.clear();
        }
        return changed;
    }

    /** Asks for each candidate on its own. */
    private boolean removeUndecided(
            SymbolicTransaction transaction,
            Map<Candidate, BoolTerm> claims,
            Map<Candidate, BoolTerm> assumed,
            List<BoolTerm> given,
            List<Candidate> alive) {
        boolean changed = false;
        for (Candidate candidate : List.copyOf(alive)) {
            if (stopped.getAsBoolean()) {
                break;
            }
            BoolTerm claim = claims.get(candidate);
            if (claim == terms.yes || claim == assumed.get(candidate)) {
                continue;
            }
            List<BoolTerm> query = new ArrayList<>(given);
            alive.forEach(c -> query.add(assumed.get(c)));
            query.addAll(queries.transaction(transaction));
            query.add(terms.not(claim));
            if (!(queries.check(query) instanceof SmtResult.Unsatisfiable)) {
                alive.remove(candidate);
                changed = true;
            }
        }
        return changed;
    }

    /** The hypotheses that the kept candidates give. */
    List<BoolTerm> hypotheses(List<Candidate> kept) {
        return kept.stream().map(this::hypothesis).toList();
    }
}
