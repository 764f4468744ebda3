package thymus.solver.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.Quantifiers;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * The greatest set of candidates that is inductive together: those that fail after some transaction go, until none does
 * (Houdini: Flanagan and Leino, 2001). What the solver does not decide goes too.
 */
final class InductiveSet {
    private final Queries queries;
    private final Terms terms;
    private final ObligationGenerator reader;
    private final SymbolicState before;
    private final List<SymbolicTransaction> transactions;
    private final BooleanSupplier stopped;
    /** Those for which candidates about all keys had to be assumed at the keys that the transaction reads. */
    private final Set<SymbolicTransaction> atReadKeys = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Whether the candidates are to hold also where code that nobody knows begins and returns. */
    private final boolean atCalls;

    InductiveSet(
            Queries queries,
            Terms terms,
            ObligationGenerator reader,
            SymbolicState before,
            List<SymbolicTransaction> transactions,
            BooleanSupplier stopped,
            boolean atCalls) {
        this.queries = queries;
        this.terms = terms;
        this.reader = reader;
        this.before = before;
        this.transactions = transactions;
        this.stopped = stopped;
        this.atCalls = atCalls;
    }

    /**
     * @param candidates those that hold initially
     * @param given hypotheses that are known to hold
     */
    List<Candidate> reduce(List<Candidate> candidates, Lemmas given) {
        List<Candidate> alive = new ArrayList<>(candidates);
        Map<Candidate, BoolTerm> usual = new IdentityHashMap<>();
        alive.removeIf(candidate -> unreadable(() -> usual.put(candidate, hypothesis(candidate))));
        List<Map<Candidate, BoolTerm>> assumed = new ArrayList<>();
        List<Map<Candidate, BoolTerm>> claims = new ArrayList<>();
        for (SymbolicTransaction transaction : transactions) {
            SymbolicState after = reader.after(transaction);
            assumed.add(isUsual(transaction) ? usual : assumed(alive, transaction));
            Map<Candidate, BoolTerm> claim = new IdentityHashMap<>();
            alive.removeIf(candidate -> unreadable(() -> claim.put(candidate, claim(candidate, after, transaction))));
            claims.add(claim);
        }
        boolean changed = true;
        while (changed && !alive.isEmpty()) {
            changed = false;
            for (int i = 0; i < transactions.size() && !alive.isEmpty(); i++) {
                changed |= reduce(
                        transactions.get(i), claims.get(i), assumed.get(i), given.at(transactions.get(i)), alive);
            }
        }
        return stopped.getAsBoolean() ? List.of() : List.copyOf(alive);
    }

    /** What shows that the kept candidates are inductive: each query is unsatisfiable. */
    List<LemmaObligation> obligations(List<Candidate> kept, Lemmas given) {
        List<LemmaObligation> obligations = new ArrayList<>();
        for (SymbolicTransaction transaction : transactions) {
            SymbolicState after = reader.after(transaction);
            List<BoolTerm> broken = new ArrayList<>();
            List<BoolTerm> query = new ArrayList<>(given.at(transaction));
            for (Candidate candidate : kept) {
                query.add(hypothesis(candidate, transaction));
                broken.add(terms.not(claim(candidate, after, transaction)));
            }
            query.addAll(queries.transaction(transaction));
            query.add(terms.or(broken));
            if (atReadKeys.contains(transaction)) {
                query.addAll(instances(kept, query, transaction));
            }
            obligations.add(new LemmaObligation(transaction, queries.complete(query)));
        }
        return obligations;
    }

    /** A candidate that cannot be read in some state is no lemma: without it less is assumed. */
    private static boolean unreadable(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (UnsupportedConstructException e) {
            return true;
        }
    }

    private BoolTerm claim(Candidate candidate, SymbolicState after, SymbolicTransaction transaction) {
        return reader.holds(candidate.condition(), after, transaction.simplifier(), Quantifiers.Goal.POSITIVE);
    }

    /** Those that cannot be read go. */
    private Map<Candidate, BoolTerm> assumed(List<Candidate> alive, SymbolicTransaction transaction) {
        Map<Candidate, BoolTerm> assumed = new IdentityHashMap<>();
        alive.removeIf(candidate -> unreadable(() -> assumed.put(candidate, hypothesis(candidate, transaction))));
        return assumed;
    }

    private boolean isUsual(SymbolicTransaction transaction) {
        return transaction.before() == before
                && (!atCalls || transaction.interruptions().isEmpty());
    }

    private BoolTerm hypothesis(Candidate candidate) {
        return hypothesis(candidate, before, queries.instances());
    }

    private BoolTerm hypothesis(Candidate candidate, SymbolicState state, Quantifiers values) {
        Simplifier plain = new Simplifier(terms, PathFacts.none(terms));
        return reader.holds(candidate.condition(), state, plain, values);
    }

    /** Of the state before the transaction, and of those in which it goes on after code that nobody knows. */
    private BoolTerm hypothesis(Candidate candidate, SymbolicTransaction transaction) {
        BoolTerm begin = hypothesis(candidate, transaction.before(), queries.instances());
        return atCalls ? resumed(candidate, transaction, begin) : begin;
    }

    private BoolTerm resumed(Candidate candidate, SymbolicTransaction transaction, BoolTerm hypothesis) {
        BoolTerm all = hypothesis;
        for (SymbolicState state : transaction.resumed()) {
            all = terms.and(
                    all, reader.holds(candidate.condition(), state, transaction.simplifier(), queries.instances()));
        }
        return all;
    }

    /** What each kept candidate says where a transaction goes on after code that nobody knows. */
    List<Optional<Lemmas.Resumed>> resumed(List<Candidate> kept) {
        return kept.stream()
                .map(candidate -> atCalls
                        ? Optional.<Lemmas.Resumed>of((transaction, begin) -> resumed(candidate, transaction, begin))
                        : Optional.<Lemmas.Resumed>empty())
                .toList();
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
            if (result instanceof SmtResult.Satisfiable model && isWorthMore(model, claims, alive)) {
                List<BoolTerm> instances = instances(alive, query, transaction);
                query.addAll(instances);
                if (!instances.isEmpty()) {
                    atReadKeys.add(transaction);
                    result = queries.check(query);
                }
            }
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

    /** Whether the model would cost a candidate that few others stand in for: the user's, and those about all keys. */
    private static boolean isWorthMore(
            SmtResult.Satisfiable model, Map<Candidate, BoolTerm> claims, List<Candidate> alive) {
        return alive.stream()
                .filter(c -> c.fromFile() || ReadKeys.speaksOfAll(c.condition()))
                .anyMatch(c -> !model.truth(claims.get(c)));
    }

    /** What the candidates about all keys say of the keys that the query reads. */
    private List<BoolTerm> instances(
            List<Candidate> candidates, List<BoolTerm> query, SymbolicTransaction transaction) {
        ReadKeys keys = queries.readKeys();
        List<BoolTerm> instances = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (ReadKeys.speaksOfAll(candidate.condition())) {
                SymbolicState begin = transaction.before();
                BoolTerm hypothesis = hypothesis(candidate, begin, queries.instances());
                BoolTerm instance = hypothesis(candidate, begin, keys.of(hypothesis, query));
                if (instance != terms.yes && instance != hypothesis) {
                    instances.add(instance);
                }
            }
        }
        return instances;
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
            if (atReadKeys.contains(transaction)) {
                query.addAll(instances(alive, query, transaction));
            }
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
