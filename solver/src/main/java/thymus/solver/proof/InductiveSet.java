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
import thymus.spec.tree.Expr;

/**
 * Computes the greatest inductive subset of candidates (Houdini: Flanagan and Leino, 2001). Candidates that some
 * transaction breaks, or that the solver does not decide, are removed until a fixpoint.
 */
final class InductiveSet {
    private final Queries queries;
    private final Terms terms;
    private final ObligationGenerator reader;
    private final SymbolicState before;
    private final List<SymbolicTransaction> transactions;
    private final BooleanSupplier stopped;
    /** The transactions whose queries needed instances of quantified candidates at the keys that they read. */
    private final Set<SymbolicTransaction> atReadKeys = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Present if the candidates must also hold where unknown code begins and returns. */
    private final Optional<StepRelations> atCalls;
    /** What the candidates say around each transaction, as {@link #reduce} read it. */
    private final Map<SymbolicTransaction, Readings> readings = new IdentityHashMap<>();

    /**
     * Candidates around one transaction.
     *
     * @param assumed each of them as a hypothesis
     * @param claims each of them in the state after the transaction
     */
    private record Readings(Map<Candidate, BoolTerm> assumed, Map<Candidate, BoolTerm> claims) {}

    InductiveSet(
            Queries queries,
            Terms terms,
            ObligationGenerator reader,
            SymbolicState before,
            List<SymbolicTransaction> transactions,
            BooleanSupplier stopped,
            Optional<StepRelations> atCalls) {
        this.queries = queries;
        this.terms = terms;
        this.reader = reader;
        this.before = before;
        this.transactions = transactions;
        this.stopped = stopped;
        this.atCalls = atCalls;
    }

    /**
     * @param candidates conditions that hold initially
     * @param given hypotheses that are proved already
     */
    List<Candidate> reduce(List<Candidate> candidates, Lemmas given) {
        List<Candidate> alive = new ArrayList<>(candidates);
        Map<Candidate, BoolTerm> usual = new IdentityHashMap<>();
        alive.removeIf(candidate -> unreadable(() -> usual.put(candidate, hypothesis(candidate))));
        for (SymbolicTransaction transaction : transactions) {
            if (stopped.getAsBoolean()) {
                return List.of();
            }
            SymbolicState after = reader.after(transaction);
            Map<Candidate, BoolTerm> assumed = isUsual(transaction) ? usual : assumed(alive, transaction);
            Map<Candidate, BoolTerm> claims = new IdentityHashMap<>();
            alive.removeIf(candidate -> unreadable(() -> claims.put(candidate, claim(candidate, after, transaction))));
            readings.put(transaction, new Readings(assumed, claims));
        }
        boolean changed = true;
        while (changed && !alive.isEmpty()) {
            changed = false;
            for (SymbolicTransaction transaction : transactions) {
                changed |= !alive.isEmpty() && reduce(transaction, given.at(transaction), alive);
            }
        }
        return stopped.getAsBoolean() ? List.of() : List.copyOf(alive);
    }

    /** The queries that prove the candidates that {@link #reduce} kept inductive: each is unsatisfiable. */
    List<LemmaObligation> obligations(List<Candidate> kept, Lemmas given) {
        if (kept.isEmpty()) {
            return List.of();
        }
        List<LemmaObligation> obligations = new ArrayList<>();
        for (SymbolicTransaction transaction : transactions) {
            Readings read = readings.get(transaction);
            List<BoolTerm> broken = new ArrayList<>();
            List<BoolTerm> query = new ArrayList<>(given.at(transaction));
            for (Candidate candidate : kept) {
                query.add(read.assumed().get(candidate));
                broken.add(terms.not(read.claims().get(candidate)));
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

    /**
     * Returns whether a candidate cannot be evaluated in some state. It is then dropped, which is sound because less is
     * assumed.
     */
    private static boolean unreadable(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (UnsupportedConstructException e) {
            return true;
        }
    }

    private BoolTerm claim(Candidate candidate, SymbolicState after, SymbolicTransaction transaction) {
        return holds(candidate, after, transaction.simplifier(), Quantifiers.Goal.POSITIVE);
    }

    private BoolTerm holds(Candidate candidate, SymbolicState state, Simplifier simplifier, Quantifiers values) {
        Expr condition = candidate.condition();
        return atCalls.filter(relations -> StepRelations.isOne(condition))
                .map(relations -> relations.sinceEarlier(condition, state, simplifier, values))
                .orElseGet(() -> reader.holds(condition, state, simplifier, values));
    }

    /** The hypotheses of the candidates. Candidates that cannot be evaluated are removed. */
    private Map<Candidate, BoolTerm> assumed(List<Candidate> alive, SymbolicTransaction transaction) {
        Map<Candidate, BoolTerm> assumed = new IdentityHashMap<>();
        alive.removeIf(candidate -> unreadable(() -> assumed.put(candidate, hypothesis(candidate, transaction))));
        return assumed;
    }

    private boolean isUsual(SymbolicTransaction transaction) {
        return transaction.before() == before
                && (atCalls.isEmpty() || transaction.interruptions().isEmpty());
    }

    private BoolTerm hypothesis(Candidate candidate) {
        return hypothesis(candidate, before, queries.instances());
    }

    private BoolTerm hypothesis(Candidate candidate, SymbolicState state, Quantifiers values) {
        Simplifier plain = new Simplifier(terms, PathFacts.none(terms));
        return holds(candidate, state, plain, values);
    }

    /**
     * The hypothesis for the state before the transaction, and for the states in which it resumes after unknown code.
     */
    private BoolTerm hypothesis(Candidate candidate, SymbolicTransaction transaction) {
        BoolTerm begin = hypothesis(candidate, transaction.before(), queries.instances());
        return atCalls.isPresent() ? resumed(candidate, transaction, begin) : begin;
    }

    /** Whether the hypothesis speaks of the state before the transaction. */
    private static boolean holdsAtBegin(Candidate candidate, SymbolicTransaction transaction) {
        return !StepRelations.isOne(candidate.condition()) || transaction.latestLoop() < 0;
    }

    /**
     * A relation is claimed of earlier states within the transaction too. Of the state before the rounds of a loop only
     * what they keep is known, so that nothing is assumed of what lies before the loop.
     */
    private BoolTerm resumed(Candidate candidate, SymbolicTransaction transaction, BoolTerm hypothesis) {
        int loop = StepRelations.isOne(candidate.condition()) ? transaction.latestLoop() : -1;
        BoolTerm all = holdsAtBegin(candidate, transaction) ? hypothesis : terms.yes;
        for (SymbolicState state : reader.resumed(transaction)
                .subList(Math.max(loop, 0), transaction.interruptions().size())) {
            all = terms.and(all, holds(candidate, state, transaction.simplifier(), queries.instances()));
        }
        return all;
    }

    /**
     * What a relation says of the states where unknown code begins and where it returns, and of those before and after
     * the rounds of a loop that runs unknown code.
     */
    private BoolTerm overCalls(Candidate relation, SymbolicTransaction transaction) {
        List<SymbolicState> begun = transaction.begun();
        List<SymbolicState> resumed = transaction.resumed();
        BoolTerm all = terms.yes;
        for (int i = 0; i < begun.size(); i++) {
            SymbolicState before = begun.get(i);
            SymbolicState after = resumed.get(i);
            List<BoolTerm> read = new ArrayList<>();
            boolean isUnread = unreadable(() -> read.add(reader.relates(
                    relation.condition(), after, before, transaction.simplifier(), queries.instances())));
            all = isUnread ? all : terms.and(all, read.getFirst());
        }
        return all;
    }

    /** A relation speaks of calls of unknown code alone, in an entry within a transaction as in a transaction. */
    private Lemmas.Resumed relation(Candidate candidate) {
        return new Lemmas.Resumed() {
            @Override
            public BoolTerm of(SymbolicTransaction transaction, BoolTerm begin) {
                return overCalls(candidate, transaction);
            }

            @Override
            public BoolTerm entering(SymbolicTransaction entry) {
                return overCalls(candidate, entry);
            }
        };
    }

    private Lemmas.Resumed condition(Candidate candidate) {
        return new Lemmas.Resumed() {
            @Override
            public BoolTerm of(SymbolicTransaction transaction, BoolTerm begin) {
                return resumed(candidate, transaction, begin);
            }

            @Override
            public BoolTerm entering(SymbolicTransaction entry) {
                return hypothesis(candidate, entry);
            }
        };
    }

    /** The hypothesis of each kept candidate for the states in which a transaction resumes after unknown code. */
    List<Optional<Lemmas.Resumed>> resumed(List<Candidate> kept) {
        return kept.stream()
                .map(candidate -> atCalls.<Lemmas.Resumed>map(relations ->
                        StepRelations.isOne(candidate.condition()) ? relation(candidate) : condition(candidate)))
                .toList();
    }

    /** @return whether a candidate was removed */
    private boolean reduce(SymbolicTransaction transaction, List<BoolTerm> given, List<Candidate> alive) {
        Map<Candidate, BoolTerm> assumed = readings.get(transaction).assumed();
        Map<Candidate, BoolTerm> claims = readings.get(transaction).claims();
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
                        return removeUndecided(transaction, given, alive) || changed;
                    }
                    changed = true;
                }
                case SmtResult.Undecided u -> {
                    return removeUndecided(transaction, given, alive) || changed;
                }
            }
        }
        if (stopped.getAsBoolean()) {
            alive.clear();
        }
        return changed;
    }

    /**
     * Returns whether the model would remove a candidate that is hard to replace: one by the user, or a quantified one,
     * or one about periods, which speaks of elements at their numbers.
     */
    private static boolean isWorthMore(
            SmtResult.Satisfiable model, Map<Candidate, BoolTerm> claims, List<Candidate> alive) {
        return alive.stream()
                .filter(c -> c.fromFile()
                        || ReadKeys.speaksOfAll(c.condition())
                        || c.name().equals(WindowTemplates.PERIOD))
                .anyMatch(c -> !model.truth(claims.get(c)));
    }

    /** The instances of the quantified candidates at the keys that the query reads. */
    private List<BoolTerm> instances(
            List<Candidate> candidates, List<BoolTerm> query, SymbolicTransaction transaction) {
        ReadKeys keys = queries.readKeys();
        List<BoolTerm> instances = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (ReadKeys.speaksOfAll(candidate.condition()) && holdsAtBegin(candidate, transaction)) {
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

    /** Checks each candidate in its own query. */
    private boolean removeUndecided(SymbolicTransaction transaction, List<BoolTerm> given, List<Candidate> alive) {
        Map<Candidate, BoolTerm> assumed = readings.get(transaction).assumed();
        Map<Candidate, BoolTerm> claims = readings.get(transaction).claims();
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

    /** The hypotheses of the kept candidates. A relation says nothing of one state. */
    List<BoolTerm> hypotheses(List<Candidate> kept) {
        return kept.stream()
                .map(candidate -> atCalls.isPresent() && StepRelations.isOne(candidate.condition())
                        ? terms.yes
                        : hypothesis(candidate))
                .toList();
    }
}
