package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.ArbitraryWindow;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.PastGhost;
import thymus.solver.property.PastGhosts;
import thymus.solver.property.Polarity;
import thymus.solver.property.Quantifiers;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.property.Windows;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Property;
import thymus.spec.tree.Walk;

/** Finds what holds after setup and after every transaction, among properties and templates. */
final class LemmaSearch {
    /** How many of the candidates that would exclude a state are asked for the one that lets a proof through. */
    private static final int MOST_ASKED = 30;

    /** The most bounds of other limits that are tried. */
    private static final int MOST_BOUNDS = 3;

    private static final String UNTOUCHED = "untouched";

    private final SystemModel model;
    private final Terms terms;
    private final ArbitraryState arbitrary;
    private final SymbolicState deployed;
    private final Queries queries;
    private final SmtSolver solver;
    private final ObligationGenerator plain;
    private final Vocabulary vocabulary;
    private final UntouchedElements untouched;
    private final OpenKeys keys;
    private final List<SymbolicTransaction> changes;
    private final StepRelations relations;

    private Optional<Lemmas> ofState = Optional.empty();
    private Optional<Lemmas> ofElements = Optional.empty();
    /**
     * Candidates of the state that hold after setup, and were not found inductive: those that a reader may believe.
     * Most other templates are false, and a proof that follows from what is false is no help.
     */
    private List<Candidate> notKept = List.of();

    /**
     * @param keys at which lemmas about any key are instantiated
     * @param changes the transactions that count where only the state does
     */
    LemmaSearch(
            SystemModel model,
            ArbitraryState arbitrary,
            SymbolicState deployed,
            Queries queries,
            SmtSolver solver,
            Vocabulary vocabulary,
            UntouchedElements untouched,
            OpenKeys keys,
            List<SymbolicTransaction> changes) {
        this.model = model;
        this.terms = model.terms();
        this.arbitrary = arbitrary;
        this.deployed = deployed;
        this.queries = queries;
        this.solver = solver;
        this.plain = new ObligationGenerator(model);
        this.vocabulary = vocabulary;
        this.untouched = untouched;
        this.keys = keys;
        this.changes = changes;
        this.relations = new StepRelations(model, plain, arbitrary.state(), arbitrary.source());
    }

    private static boolean isStateInvariant(Property property) {
        return property instanceof Property.Invariant
                && Windows.speaksOfStateOnly(property.condition())
                && Polarity.isPositive(property.condition());
    }

    /** The property itself, if it speaks of the state alone; that it is inductive is still to be shown. */
    Lemmas itself(Property property, ObligationGenerator reader) {
        List<Candidate> self = conjuncts(property)
                .filter(part -> isStateInvariant(part) || isPastInvariant(part, reader))
                .map(part -> new Candidate(property.name(), part.condition(), true))
                .toList();
        if (self.isEmpty()) {
            return Lemmas.NONE;
        }
        return Lemmas.between(self, inductiveSet(reader, () -> false).hypotheses(self));
    }

    /** An envelope that held before a transaction held in each of its parts. */
    private static Stream<Property> conjuncts(Property property) {
        boolean isEnvelope = property.kind().equals("envelope")
                && property.condition() instanceof Expr.Binary b
                && b.operator() == BinaryOperator.AND;
        if (!isEnvelope) {
            return Stream.of(property);
        }
        Expr.Binary both = (Expr.Binary) property.condition();
        return Stream.of(both.left(), both.right())
                .map(part -> new Property.Invariant(property.name(), part, property.span()));
    }

    /** Whether the state and what was noted of the past decide the property. */
    private static boolean isPastInvariant(Property property, ObligationGenerator reader) {
        return property instanceof Property.Invariant
                && !reader.memories().isEmpty()
                && PastGhosts.speaksOfStates(property.condition())
                && Polarity.isPositive(property.condition());
    }

    /** The properties that speak of states, and lemmas of the contracts' own; found once, for all proofs. */
    Lemmas ofState() {
        if (ofState.isEmpty()) {
            List<Candidate> candidates = new ArrayList<>();
            model.specification().properties().stream()
                    .flatMap(LemmaSearch::conjuncts)
                    .filter(LemmaSearch::isStateInvariant)
                    .forEach(part -> candidates.add(new Candidate(part.name(), part.condition(), true)));
            candidates.addAll(StateTemplates.ofState(vocabulary));
            untouched.conditions().forEach(condition -> candidates.add(new Candidate(UNTOUCHED, condition, false)));
            ReadableViews.of(model.specification().properties()).stream()
                    .filter(this::mayFail)
                    .forEach(candidates::add);
            List<Candidate> holding = holdingAfterSetup(candidates, plain, () -> false);
            Lemmas found = always(holding, Lemmas.NONE, () -> false);
            List<Candidate> dropped = new ArrayList<>(holding);
            dropped.removeAll(found.kept());
            notKept = dropped.stream()
                    .filter(c -> !StepRelations.isOne(c.condition()))
                    .filter(c -> c.fromFile() || c.name().equals(UNTOUCHED))
                    .toList();
            ofState = Optional.of(found);
        }
        return ofState.get();
    }

    /**
     * Lemmas about fields that belong together beside those of the state, for proofs that do not go through without.
     * What the file says and was not found inductive alone may be so together with them.
     *
     * @return empty if there are none, or it was stopped
     */
    Optional<Lemmas> ofElements(BooleanSupplier stopped) {
        if (ofElements.isEmpty()) {
            Lemmas state = ofState();
            List<Candidate> candidates = new ArrayList<>(notKept);
            candidates.addAll(ElementTemplates.of(ElementFields.of(model, keys)));
            List<Candidate> holding = holdingAfterSetup(candidates, plain, stopped);
            Lemmas found = always(holding, state, stopped);
            if (stopped.getAsBoolean()) {
                return Optional.empty();
            }
            ofElements = Optional.of(found);
        }
        return ofElements
                .filter(found -> !found.kept().isEmpty())
                .map(found -> ofState().and(found));
    }

    /**
     * The lemmas, and the property itself beside them where it speaks of states and is none of them: that it held
     * before a transaction is what induction allows it to assume.
     */
    Lemmas withItself(Property property, ObligationGenerator reader, Lemmas lemmas) {
        boolean isLemma = lemmas.kept().stream().anyMatch(c -> c.condition() == property.condition());
        return isLemma ? lemmas : lemmas.and(itself(property, reader));
    }

    /** @return empty if it cannot be read in the arbitrary state */
    private Optional<BoolTerm> hypothesis(Candidate candidate) {
        try {
            return Optional.of(inductiveSet(plain, () -> false)
                    .hypotheses(List.of(candidate))
                    .getFirst());
        } catch (UnsupportedConstructException e) {
            return Optional.empty();
        }
    }

    /**
     * A condition that holds after setup, was not shown to hold always, and without which a transaction could not fail:
     * what a reader may look at next.
     *
     * @param state in which the transaction fails
     * @param closes whether the transaction cannot fail where the hypothesis holds
     */
    Optional<Missing> missing(Property property, SmtResult.Satisfiable state, Predicate<BoolTerm> closes) {
        int asked = 0;
        for (Candidate candidate : notKept) {
            if (candidate.condition() == property.condition()) {
                continue;
            }
            Optional<BoolTerm> hypothesis = hypothesis(candidate).filter(h -> !state.truth(h));
            if (hypothesis.isPresent() && ++asked <= MOST_ASKED && closes.test(hypothesis.get())) {
                return Optional.of(new Missing(candidate.condition(), hypothesis.get()));
            }
        }
        return Optional.empty();
    }

    /** @param hypothesis what the condition says of the arbitrary state */
    record Missing(Expr condition, BoolTerm hypothesis) {}

    /** Those of the state, and those that carry the windows and the past of a property. */
    Lemmas ofGhosts(Property property, ObligationGenerator reader, Lemmas known, BooleanSupplier stopped) {
        List<Candidate> candidates = new ArrayList<>();
        List<LemmaBounds.Bound> bounds = bounds(property, reader.windows());
        List<Expr> lengths = LemmaBounds.lengths(property);
        List<Expr> numbers = LemmaBounds.numbers(property);
        candidates.addAll(averages(reader.windows(), numbers));
        for (ArbitraryWindow window : reader.windows()) {
            candidates.addAll(ofWindow(window, bounds, lengths, numbers));
        }
        candidates.addAll(differences(reader.windows(), bounds));
        model.specification().properties().forEach(p -> candidates.addAll(WindowLemmas.of(p, reader.windows())));
        if (property instanceof Property.Limit limit && carriesUnseen(reader)) {
            candidates.addAll(WindowLemmas.of(limit, reader.windows()));
        }
        for (PastGhost memory : reader.memories()) {
            candidates.addAll(PastTemplates.ofPast(vocabulary, memory, numbers));
        }
        if (isPastInvariant(property, reader)) {
            candidates.add(new Candidate(property.name(), property.condition(), true));
        }
        for (Property other : model.specification().properties()) {
            if (other != property
                    && isPastInvariant(other, reader)
                    && PastGhosts.readsGhosts(other.condition(), reader.memories())) {
                candidates.add(new Candidate(other.name(), other.condition(), true));
            }
        }
        if (property instanceof Property.Invariant
                && reader.memories().stream().anyMatch(memory -> memory.operator() instanceof Expr.Ago)
                && PastGhosts.speaksOfStatesAndAgo(property.condition())
                && Polarity.isPositive(property.condition())) {
            candidates.addAll(PastTemplates.beforeLengthHasPassed(property.condition(), reader.memories()));
        }
        if (property instanceof Property.Rule
                && PastGhosts.speaksOfStates(property.condition())
                && Polarity.isPositive(property.condition())) {
            candidates.addAll(PastTemplates.always(property.condition(), reader.memories()));
        }
        if (!vocabulary.periods().isEmpty()) {
            // What holds of each element is needed at the numbers of periods, and only candidates are instantiated
            // there.
            known.kept().stream()
                    .filter(lemma -> ReadKeys.speaksOfAll(lemma.condition()) && !StepRelations.isOne(lemma.condition()))
                    .forEach(candidates::add);
        }
        List<Candidate> holding = holdingAfterSetup(candidates, reader, stopped);
        return known.and(
                carriesUnseen(reader)
                        ? counting(holding, reader, known, stopped)
                        : inductive(holding, reader, known, stopped));
    }

    /** Whether a window may carry on what passes while code that is not known runs within a step. */
    private boolean carriesUnseen(ObligationGenerator reader) {
        return Stream.concat(Stream.of(arbitrary), arbitrary.inside().stream())
                .flatMap(state -> state.transactions().stream())
                .anyMatch(reader::carriesUnseen);
    }

    /** Lemmas about what windows carry, in the middle of a step too: only they tell what passes there unseen. */
    private Lemmas counting(
            List<Candidate> holding, ObligationGenerator reader, Lemmas known, BooleanSupplier stopped) {
        CallSites sites = new CallSites(model.specification(), arbitrary, arbitrary.transactions());
        if (sites.areNone()) {
            return inductive(holding, reader, known, stopped);
        }
        Lemmas atCalls = inductive(
                holding,
                new InductiveSet(
                        queries, terms, reader, arbitrary.state(), sites.all(), stopped, Optional.of(relations)),
                known.atCalls());
        List<Candidate> others = new ArrayList<>(holding);
        others.removeAll(atCalls.kept());
        return atCalls.and(inductive(others, reader, known.and(atCalls), stopped));
    }

    /**
     * What the property allows, and what limits of any length allow of the same flows: a limit of one length may follow
     * from such a limit, by the lemmas that carry it.
     */
    private List<LemmaBounds.Bound> bounds(Property property, List<ArbitraryWindow> windows) {
        List<LemmaBounds.Bound> bounds = new ArrayList<>(LemmaBounds.of(property));
        model.specification().properties().stream()
                .filter(other -> other != property
                        && other instanceof Property.Limit limit
                        && !limit.durations().isEmpty()
                        && Walk.all(limit.condition())
                                .anyMatch(e -> e instanceof Expr.Windowed w
                                        && windows.stream()
                                                .anyMatch(own -> own.window()
                                                        .flow()
                                                        .name()
                                                        .equals(w.flow().name()))))
                .flatMap(other -> LemmaBounds.of(other).stream())
                .filter(LemmaBounds.Bound::isClosed)
                .limit(MOST_BOUNDS)
                .forEach(bounds::add);
        return List.copyOf(bounds);
    }

    /** Of sums and counts of the same flow, of which each key has its own or none. */
    private static List<Candidate> averages(List<ArbitraryWindow> windows, List<Expr> numbers) {
        List<Candidate> candidates = new ArrayList<>();
        for (ArbitraryWindow sum : windows) {
            for (ArbitraryWindow count : windows) {
                if (sum.window().aggregate() == Expr.Windowed.Aggregate.SUM
                        && count.window().aggregate() == Expr.Windowed.Aggregate.COUNT
                        && sum.window()
                                .flow()
                                .name()
                                .equals(count.window().flow().name())
                        && sum.window().length().isPresent()
                                == count.window().length().isPresent()
                        && sum.key().isPresent() == count.key().isPresent()) {
                    candidates.addAll(WindowTemplates.ofAverage(sum, count, numbers));
                }
            }
        }
        return candidates;
    }

    /** The numbers that the file names, from the smallest on: what a period allows is less than what several do. */
    private List<Expr> named() {
        return model.specification().properties().stream()
                .flatMap(property -> LemmaBounds.numbers(property).stream())
                .map(number -> ((Expr.IntegerLiteral) number).value())
                .distinct()
                .sorted()
                .map(Vocabulary::number)
                .toList();
    }

    private List<Candidate> differences(List<ArbitraryWindow> windows, List<LemmaBounds.Bound> bounds) {
        List<Candidate> candidates = new ArrayList<>();
        for (LemmaBounds.Bound bound : bounds) {
            for (ArbitraryWindow all : windows) {
                for (ArbitraryWindow less : windows) {
                    if (bound.net().equals(Optional.of(new LemmaBounds.Difference(all.window(), less.window())))) {
                        candidates.addAll(WindowTemplates.ofNet(vocabulary, all, less, bound));
                    }
                }
            }
        }
        return candidates;
    }

    /**
     * The lemmas of a window. If it has one arbitrary key, they include those about the elements of mappings at that
     * key.
     */
    private List<Candidate> ofWindow(
            ArbitraryWindow window, List<LemmaBounds.Bound> bounds, List<Expr> lengths, List<Expr> numbers) {
        Optional<GhostVariable> key = window.key().filter(k -> k.valueOf().isPresent());
        if (key.isEmpty()) {
            return WindowTemplates.ofWindow(vocabulary, window, bounds, lengths, numbers, named());
        }
        Vocabulary keyed = new VocabularyReader(model, plain, arbitrary.state(), changes)
                .at(key.get())
                .read();
        List<Candidate> candidates =
                new ArrayList<>(WindowTemplates.ofWindow(keyed, window, bounds, lengths, numbers, named()));
        StateTemplates.ofState(keyed).stream()
                .filter(c -> Walk.all(c.condition()).anyMatch(Expr.Ghost.class::isInstance))
                .forEach(candidates::add);
        return candidates;
    }

    /**
     * Those that hold at every moment at which the system may be entered, and with their help those that hold between
     * transactions only.
     */
    private Lemmas always(List<Candidate> holding, Lemmas given, BooleanSupplier stopped) {
        CallSites sites = new CallSites(model.specification(), arbitrary, changes);
        if (sites.areNone()) {
            return inductive(holding, plain, given, stopped);
        }
        List<Candidate> all = new ArrayList<>(holding);
        model.specification().properties().stream()
                .filter(StepRelations::isOne)
                .filter(property -> given.kept().stream().noneMatch(c -> c.condition() == property.condition()))
                .map(property -> new Candidate(property.name(), property.condition(), true))
                .filter(candidate -> holdsAfterSetup(candidate, plain))
                .forEach(all::add);
        Lemmas atCalls = inductive(
                all,
                new InductiveSet(
                        queries, terms, plain, arbitrary.state(), sites.all(), stopped, Optional.of(relations)),
                given.atCalls());
        List<Candidate> others = new ArrayList<>(holding);
        others.removeAll(atCalls.kept());
        return atCalls.and(inductive(others, plain, given.and(atCalls), stopped));
    }

    /** @param holding candidates that hold after setup */
    private Lemmas inductive(
            List<Candidate> holding, ObligationGenerator reader, Lemmas given, BooleanSupplier stopped) {
        return inductive(holding, inductiveSet(reader, stopped), given);
    }

    private static Lemmas inductive(List<Candidate> holding, InductiveSet set, Lemmas given) {
        List<Candidate> kept = set.reduce(holding, given);
        return new Lemmas(kept, set.hypotheses(kept), set.resumed(kept), List.of(() -> set.obligations(kept, given)));
    }

    private InductiveSet inductiveSet(ObligationGenerator reader, BooleanSupplier stopped) {
        return new InductiveSet(
                queries,
                terms,
                reader,
                arbitrary.state(),
                reader.hasGhosts() ? arbitrary.transactions() : changes,
                stopped,
                Optional.empty());
    }

    private List<Candidate> holdingAfterSetup(
            List<Candidate> candidates, ObligationGenerator reader, BooleanSupplier stopped) {
        List<Candidate> holding = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (stopped.getAsBoolean()) {
                return List.of();
            }
            if (holdsAfterSetup(candidate, reader)) {
                holding.add(candidate);
            }
        }
        return holding;
    }

    /** Whether the view of the candidate reverts in some state, so that the lemma says something. */
    private boolean mayFail(Candidate candidate) {
        try {
            Simplifier nothing = new Simplifier(terms, PathFacts.none(terms));
            return plain.holds(candidate.condition(), arbitrary.state(), nothing, Quantifiers.Goal.POSITIVE)
                    != terms.yes;
        } catch (UnsupportedConstructException e) {
            return false;
        }
    }

    /** What the candidate claims of the state that setup left; a relation, of any state and itself. */
    BoolTerm afterSetup(Candidate candidate, ObligationGenerator reader) {
        if (StepRelations.isOne(candidate.condition())) {
            return relations.ofOneState(candidate.condition());
        }
        return reader.holds(
                candidate.condition(),
                reader.begin(deployed),
                new Simplifier(terms, PathFacts.none(terms)),
                Quantifiers.Goal.POSITIVE);
    }

    private boolean holdsAfterSetup(Candidate candidate, ObligationGenerator reader) {
        try {
            BoolTerm claim = afterSetup(candidate, reader);
            List<BoolTerm> query = new ArrayList<>(model.deploymentFacts());
            query.add(terms.not(claim));
            return claim == terms.yes || (claim != terms.no && solver.check(query) instanceof SmtResult.Unsatisfiable);
        } catch (UnsupportedConstructException e) {
            // A candidate that cannot be read is not used; a property says why when it is its turn.
            return false;
        }
    }
}
