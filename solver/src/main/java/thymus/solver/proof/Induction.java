package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import thymus.solver.ProofOutcome;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.Explorer;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.ProofObligation;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;
import thymus.system.execution.Scenario;

/**
 * Proofs over traces of any length: what holds after setup, and after every transaction from any state in which the
 * lemmas hold, holds always.
 */
final class Induction {
    private final SystemModel model;
    private final List<String> assumptions;
    private final Terms terms;
    private final ArbitraryState arbitrary;
    private final SymbolicState deployed;
    private final Queries queries;
    private final SmtSolver solver;
    private final Discharge discharge;
    /** One transaction represents all that change nothing, if only the state counts. */
    private final List<SymbolicTransaction> changes;

    private final LemmaSearch lemmas;
    private final CounterexampleToInduction failures;

    /**
     * @param periods what is known of elements of periods to come
     * @param assumptions which every proof rests on, in words
     */
    Induction(
            SystemModel model,
            ArbitraryState arbitrary,
            SymbolicState deployed,
            SmtSolver solver,
            Explorer explorer,
            PeriodElements periods,
            List<String> assumptions) {
        this.model = model;
        this.assumptions = assumptions;
        this.terms = model.terms();
        this.arbitrary = arbitrary;
        this.deployed = deployed;
        this.solver = solver;
        OpenKeys keys = new OpenKeys(terms);
        UntouchedElements untouched = UntouchedElements.of(model, keys);
        this.queries = new Queries(
                solver,
                terms,
                explorer,
                arbitrary.source(),
                arbitrary.inside().stream().map(ArbitraryState::source).toList(),
                accounts(arbitrary),
                keys,
                periods);
        this.changes =
                arbitrary.transactions().stream().filter(CallSites::matters).toList();
        ObligationGenerator plain = new ObligationGenerator(model);
        this.discharge = new Discharge(solver, queries, plain, arbitrary.state(), terms);
        Vocabulary vocabulary = new VocabularyReader(model, plain, arbitrary.state(), changes).read();
        this.lemmas =
                new LemmaSearch(model, arbitrary, deployed, queries, solver, vocabulary, untouched, keys, changes);
        this.failures = new CounterexampleToInduction(model, arbitrary, vocabulary, lemmas, queries);
    }

    private List<IntTerm> accounts(ArbitraryState state) {
        List<IntTerm> accounts = new ArrayList<>();
        for (String instance : model.specification().instances().keySet()) {
            accounts.add(terms.constant(model.addressOf(instance)));
        }
        for (SymbolicTransaction transaction :
                state.transactions().subList(0, Math.min(1, state.transactions().size()))) {
            accounts.add(transaction.after().context().sender());
        }
        return accounts;
    }

    /**
     * A proof that needs no lemma beside the property itself.
     *
     * @return empty if there is none
     * @throws UnsupportedConstructException as {@link #prove}
     */
    Optional<ProofOutcome> proveAlone(Property property, ProofArtifacts evidence, BooleanSupplier stopped) {
        ObligationGenerator reader = reader(property);
        if (reader.hasGhosts()) {
            return Optional.empty();
        }
        Optional<ProofOutcome> initially = checkInitially(property, reader);
        if (initially.isPresent()) {
            return initially;
        }
        ProofOutcome outcome = check(property, reader, lemmas.itself(property, reader), evidence, false, stopped)
                .outcome();
        return outcome instanceof ProofOutcome.Proved ? Optional.of(outcome) : Optional.empty();
    }

    /** @throws UnsupportedConstructException if the property or the contract has what is not modelled */
    Verdict prove(Property property, ProofArtifacts evidence, BooleanSupplier stopped) {
        ObligationGenerator reader = reader(property);
        Optional<ProofOutcome> initially = checkInitially(property, reader);
        if (initially.isPresent()) {
            return new Verdict(initially.get(), List.of());
        }
        Verdict first = prove(property, reader, lemmas.ofState(), evidence, stopped);
        if (!(first.outcome() instanceof ProofOutcome.Unknown) || stopped.getAsBoolean()) {
            return first;
        }
        return lemmas.ofElements(stopped)
                .map(known -> prove(property, reader, known, evidence, stopped))
                .orElse(first);
    }

    /** @param known lemmas of the state */
    private Verdict prove(
            Property property,
            ObligationGenerator reader,
            Lemmas known,
            ProofArtifacts evidence,
            BooleanSupplier stopped) {
        Lemmas used = reader.hasGhosts() ? lemmas.ofGhosts(property, reader, known, stopped) : known;
        return check(property, reader, lemmas.withItself(property, reader, used), evidence, true, stopped);
    }

    private ObligationGenerator reader(Property property) {
        return ObligationGenerator.of(model, property);
    }

    /**
     * An invariant has to hold right after setup; the other kinds speak of transactions only. What past operators note
     * of that state has to exist.
     */
    private Optional<ProofOutcome> checkInitially(Property property, ObligationGenerator reader) {
        if (!isTrue(reader.beginsDefined(deployed))) {
            return Optional.of(new ProofOutcome.Unknown(
                    "what an operator of the past reads of the state after setup does not exist, or was not read"));
        }
        if (!(property instanceof Property.Invariant)) {
            return Optional.empty();
        }
        for (ProofObligation goal : reader.goals(property, setup(reader))) {
            // What makes the moments of ago(…) and the like those that are meant are conditions of the goal.
            List<BoolTerm> query = new ArrayList<>(model.deploymentFacts());
            query.addAll(goal.conditions());
            query.add(terms.not(goal.claim()));
            SmtResult result =
                    goal.claim() == terms.yes ? new SmtResult.Unsatisfiable() : Refinement.check(solver, query, terms);
            switch (result) {
                case SmtResult.Unsatisfiable _ -> {}
                case SmtResult.Satisfiable values -> {
                    return Optional.of(new ProofOutcome.Candidate(new Scenario(
                            model.parameters(values::value), model.witnesses(property, values::value), List.of())));
                }
                case SmtResult.Undecided undecided -> {
                    return Optional.of(new ProofOutcome.Unknown(
                            "the solver did not decide whether it holds right after setup: " + undecided.reason()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isTrue(BoolTerm claim) {
        List<BoolTerm> query = new ArrayList<>(model.deploymentFacts());
        query.add(terms.not(claim));
        return claim == terms.yes || solver.check(query) instanceof SmtResult.Unsatisfiable;
    }

    /**
     * What induction found out.
     *
     * @param suspects the transactions that it did not clear; empty unless the outcome is unknown
     */
    record Verdict(ProofOutcome outcome, List<SymbolicTransaction> suspects) {}

    /** @param thorough whether to go on after a transaction that is not cleared, to find all of them */
    private Verdict check(
            Property property,
            ObligationGenerator reader,
            Lemmas used,
            ProofArtifacts evidence,
            boolean thorough,
            BooleanSupplier stopped) {
        evidence.begin(property.name());
        int goals = 0;
        boolean triggered = holdsPremiseAfterSetup(property, reader);
        Set<Integer> needed = new TreeSet<>();
        List<SymbolicTransaction> suspects = new ArrayList<>();
        List<FailedStep> failed = new ArrayList<>();
        boolean inMidStep = false;
        List<ProofPart> relevant = relevant(property, reader);
        for (ProofPart part : relevant) {
            SymbolicTransaction transaction = part.transaction();
            List<BoolTerm> given = part.given(used, terms.yes);
            for (ProofObligation goal : part.goals(property, reader)) {
                if (stopped.getAsBoolean()) {
                    return unknown("stopped before the proof was complete", List.of());
                }
                goals++;
                List<BoolTerm> path = new ArrayList<>(queries.transaction(transaction));
                path.addAll(goal.conditions());
                List<BoolTerm> query = new ArrayList<>(path);
                query.add(terms.not(goal.claim()));
                Discharge.Answer answer = discharge.of(goal, part, used, needed, query);
                SmtResult result = answer.result();
                if (result instanceof SmtResult.Unsatisfiable) {
                    evidence.add(
                            subject(property, QuerySubject.Obligation.PROPERTY, transaction), solver, answer.asked());
                    triggered = triggered || canTrigger(goal, path, given);
                } else {
                    failed.add(new FailedStep(goal, given, query, result));
                    inMidStep |= part.isInside();
                    if (suspects.isEmpty() || suspects.getLast() != transaction) {
                        suspects.add(transaction);
                    }
                    if (!thorough) {
                        return unknown("it needs more than itself", suspects);
                    }
                }
            }
        }
        if (inMidStep) {
            return unknown(
                    tried(property, used, suspects.size(), relevant.size())
                            + "; open is a moment within a call of code that is not known, or in a loop",
                    List.of());
        }
        if (!failed.isEmpty()) {
            return unknown(
                    tried(property, used, suspects.size(), relevant.size()) + "; "
                            + failures.describe(property, reader, used, failed, stopped),
                    suspects);
        }
        if (!triggered && !Triggers.saysNever(property)) {
            return new Verdict(
                    new ProofOutcome.Vacuous(
                            "no transaction from any state that the lemmas allow makes its condition say anything",
                            all(property)),
                    List.of());
        }
        addBeginning(property, reader, used, needed, evidence);
        if (!needed.isEmpty()) {
            used.obligations()
                    .forEach(obligation -> evidence.add(
                            subject(property, QuerySubject.Obligation.LEMMAS, obligation.transaction()),
                            solver,
                            obligation.query()));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < used.kept().size(); i++) {
            if (needed.contains(i)) {
                Candidate lemma = used.kept().get(i);
                names.add(ownLemma(lemma.name())
                        .map(own -> "lemma " + own.name() + ": " + Printer.print(own.condition()))
                        .orElseGet(() -> text(lemma)));
            }
        }
        return new Verdict(
                new ProofOutcome.Proved(
                        "induction over " + NumberText.count(relevant.size(), "transaction path") + ", "
                                + NumberText.count(goals, "obligation")
                                + (reader.hasWindows() ? ", frozen window" : "")
                                + (reader.memories().isEmpty() ? "" : ", noted past"),
                        names,
                        all(property),
                        evidence.files(property.name())),
                List.of());
    }

    private List<String> all(Property property) {
        return Stream.concat(assumptions.stream(), property.assumptions().stream())
                .toList();
    }

    /** If terms show it at once, there is no query: the claim was evaluated on the state. */
    private void addBeginning(
            Property property, ObligationGenerator reader, Lemmas used, Set<Integer> needed, ProofArtifacts evidence) {
        if (property instanceof Property.Invariant) {
            BoolTerm holds = terms.and(reader.goals(property, setup(reader)).stream()
                    .map(ProofObligation::claim)
                    .toList());
            addBeginning(
                    QuerySubject.afterSetup(property, QuerySubject.Obligation.PROPERTY_AFTER_SETUP), holds, evidence);
        }
        if (!needed.isEmpty()) {
            BoolTerm holds = terms.and(used.kept().stream()
                    .filter(lemma -> lemma.condition() != property.condition())
                    .map(lemma -> lemmas.afterSetup(lemma, reader))
                    .toList());
            addBeginning(
                    QuerySubject.afterSetup(property, QuerySubject.Obligation.LEMMAS_AFTER_SETUP), holds, evidence);
        }
    }

    private void addBeginning(QuerySubject subject, BoolTerm holds, ProofArtifacts evidence) {
        if (holds != terms.yes) {
            List<BoolTerm> query = new ArrayList<>(model.deploymentFacts());
            query.add(terms.not(holds));
            evidence.add(subject, solver, query);
        }
    }

    /** What induction did and did not reach, in words. The property is no lemma of its own. */
    private String tried(Property property, Lemmas used, int suspects, int relevant) {
        long count = used.kept().stream()
                .filter(c -> c.condition() != property.condition())
                .count();
        return (count == 0 ? "no lemma was" : NumberText.count(count, "lemma was", "lemmas were"))
                + " found inductive, and " + suspects + " of "
                + NumberText.count(relevant, "transaction path")
                + (suspects == 1 ? " stays open" : " stay open")
                + notUsed(property, used);
    }

    /** The file's own lemmas that did not help. */
    private String notUsed(Property property, Lemmas used) {
        List<String> names = model.specification().properties().stream()
                .map(Property::name)
                .filter(name -> ownLemma(name).isPresent()
                        && !name.equals(property.name())
                        && used.kept().stream().noneMatch(kept -> kept.name().equals(name)))
                .toList();
        return names.isEmpty()
                ? ""
                : "; of the file's lemmas, " + String.join(", ", names) + (names.size() == 1 ? " was" : " were")
                        + " not used: not inductive, or about something else";
    }

    private static String text(Candidate lemma) {
        return lemma.name().equals(ReadableViews.NAME)
                ? ReadableViews.text(lemma.condition())
                : Printer.print(lemma.condition());
    }

    /** The lemma of that name in the file. */
    private Optional<Property> ownLemma(String name) {
        return model.specification().properties().stream()
                .filter(p ->
                        p.kind().equals(Property.Invariant.LEMMA) && p.name().equals(name))
                .findFirst();
    }

    private static Verdict unknown(String reason, List<SymbolicTransaction> suspects) {
        return new Verdict(new ProofOutcome.Unknown(reason), List.copyOf(suspects));
    }

    /** An implication says something if its premise holds in the very first state already. */
    private boolean holdsPremiseAfterSetup(Property property, ObligationGenerator reader) {
        return property instanceof Property.Invariant
                && reader.goals(property, setup(reader)).stream()
                        .anyMatch(goal ->
                                goal.trigger().filter(t -> t != terms.no).isPresent());
    }

    /** Whether the state after setup is one that the property speaks of. */
    boolean judgesSetup(Property property) {
        if (!(property instanceof Property.Invariant)) {
            return false;
        }
        ObligationGenerator reader = reader(property);
        return reader.goals(property, setup(reader)).stream()
                .anyMatch(goal -> goal.trigger().map(t -> t != terms.no).orElse(true));
    }

    /** The state after setup, as if a transaction that changes nothing had led to it. */
    private SymbolicTransaction setup(ObligationGenerator reader) {
        SymbolicState begun = reader.begin(deployed);
        return new SymbolicTransaction(
                Optional.empty(),
                new SymbolicTransaction.CallSymbols(terms.zero, i -> terms.zero, terms.zero),
                begun,
                begun,
                List.of(),
                new Simplifier(terms, PathFacts.none(terms)),
                List.of(),
                List.of());
    }

    private QuerySubject subject(
            Property property, QuerySubject.Obligation obligation, SymbolicTransaction transaction) {
        return new QuerySubject(
                property,
                obligation,
                CalledFunction.name(model.specification(), transaction),
                CalledFunction.contract(model.specification(), transaction));
    }

    private static void addEntries(ArbitraryState state, List<ProofPart> parts) {
        state.transactions().forEach(entry -> parts.add(new ProofPart(entry, true, false)));
        state.exploration().rounds().forEach(round -> parts.add(new ProofPart(round, true, true)));
    }

    /** Rules and flows may look at a call that changes nothing; the others are about what changed, and time. */
    private List<ProofPart> relevant(Property property, ObligationGenerator reader) {
        List<SymbolicTransaction> whole =
                !(property instanceof Property.Invariant) || reader.hasGhosts() ? arbitrary.transactions() : changes;
        List<ProofPart> parts = new ArrayList<>();
        whole.forEach(transaction -> parts.add(new ProofPart(transaction, false, false)));
        if (property.isJudgedInside()) {
            arbitrary.exploration().rounds().forEach(round -> parts.add(new ProofPart(round, false, true)));
            if (arbitrary.isEntered()) {
                addEntries(arbitrary, parts);
            }
            arbitrary.inside().forEach(inside -> addEntries(inside, parts));
        }
        return List.copyOf(parts);
    }

    private boolean canTrigger(ProofObligation goal, List<BoolTerm> path, List<BoolTerm> given) {
        List<BoolTerm> query = new ArrayList<>(given);
        query.addAll(path);
        goal.trigger().ifPresent(query::add);
        return !(queries.check(query) instanceof SmtResult.Unsatisfiable);
    }
}
