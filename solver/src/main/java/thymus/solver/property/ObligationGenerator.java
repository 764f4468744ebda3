package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;
import thymus.spec.tree.Window;

/** What a property, or a lemma, claims of symbolic states and transactions. */
public final class ObligationGenerator {
    private final SystemModel model;
    private final Terms terms;
    private final List<ArbitraryWindow> windows;
    private final FlowReader flows;
    private final PastReader past;
    private final Map<Property, Set<Expr.ForAll>> premises = new IdentityHashMap<>();

    /** For what speaks neither of windows nor of the past. */
    public ObligationGenerator(SystemModel model) {
        this(model, List.of(), List.of());
    }

    /** @throws UnsupportedConstructException if a window or a past operator of the property is not modelled */
    public static ObligationGenerator of(SystemModel model, Property property) {
        return new ObligationGenerator(model, Windows.freeze(property.condition()), PastGhosts.of(property));
    }

    private ObligationGenerator(SystemModel model, List<ArbitraryWindow> windows, List<PastGhost> memories) {
        this.model = model;
        this.terms = model.terms();
        this.windows = List.copyOf(windows);
        this.flows = new FlowReader(model);
        this.past = new PastReader(model, memories);
    }

    public List<ArbitraryWindow> windows() {
        return windows;
    }

    public boolean hasWindows() {
        return !windows.isEmpty();
    }

    public List<PastGhost> memories() {
        return past.memories();
    }

    /** Whether transactions carry on something beside the state of the chain. */
    public boolean hasGhosts() {
        return hasWindows() || !memories().isEmpty();
    }

    /** The state after setup, with what past operators note of it. */
    public SymbolicState begin(SymbolicState deployed) {
        return past.begin(deployed).state();
    }

    /** The claim that what past operators note of the state after setup exists. */
    public BoolTerm beginsDefined(SymbolicState deployed) {
        return past.begin(deployed).defined();
    }

    /** The windows' variables in the arbitrary state: unknowns. */
    public IntTerm ghostSymbol(GhostVariable variable) {
        return model.ghost(variable);
    }

    /** A condition on a state, with all that it speaks of existing. */
    public BoolTerm holds(Expr condition, SymbolicState state, Simplifier simplifier, Quantifiers quantifiers) {
        SymbolicScope scope = assumed(state, Optional.empty(), simplifier, quantifiers);
        BoolTerm truth = Evaluator.truth(condition, scope);
        return terms.and(scope.defined(), truth);
    }

    /**
     * The same of a state and an earlier one, which {@code prev} reads, if what it reads there exists: of an earlier
     * state nothing is known, and a view may revert in it.
     */
    public BoolTerm relates(
            Expr condition, SymbolicState state, SymbolicState before, Simplifier simplifier, Quantifiers quantifiers) {
        SymbolicScope scope = assumed(state, Optional.of(before), simplifier, quantifiers);
        BoolTerm truth = Evaluator.truth(condition, scope);
        return terms.implies(scope.definedEarlier(), terms.and(scope.definedHere(), truth));
    }

    /** A number that depends on the state alone. */
    public IntTerm value(Expr number, SymbolicState state, Simplifier simplifier) {
        return Evaluator.integer(
                number, scope(state, Optional.empty(), simplifier, Quantifiers.Goal.POSITIVE, w -> terms.zero));
    }

    /** As above, where the number speaks of names that the property binds. */
    public IntTerm value(Expr number, SymbolicState state, Simplifier simplifier, Map<Variable, IntTerm> names) {
        Scope<IntTerm, BoolTerm> scope =
                scope(state, Optional.empty(), simplifier, Quantifiers.Goal.POSITIVE, w -> terms.zero);
        for (Map.Entry<Variable, IntTerm> name : names.entrySet()) {
            scope = scope.bind(name.getKey(), name.getValue());
        }
        return Evaluator.integer(number, scope);
    }

    /** What stands for every value of a quantifier's variable in a goal. */
    public IntTerm unknown(Variable variable) {
        return model.unknown(variable);
    }

    private SymbolicScope assumed(
            SymbolicState state, Optional<SymbolicState> before, Simplifier simplifier, Quantifiers quantifiers) {
        return scope(state, before, simplifier, quantifiers, w -> {
            throw new UnsupportedConstructException(w.span() + ": a windowed sum inside an assumption");
        });
    }

    private SymbolicScope scope(
            SymbolicState state,
            Optional<SymbolicState> before,
            Simplifier simplifier,
            Quantifiers quantifiers,
            TransactionReads carried) {
        return new SymbolicScope(model, state, before, simplifier, quantifiers, carried, past);
    }

    /** The state after the transaction with the windows' variables carried on. */
    public SymbolicState after(SymbolicTransaction transaction) {
        Map<GhostVariable, IntTerm> carried = new HashMap<>();
        for (ArbitraryWindow window : windows) {
            carried.put(window.carried(), flows.carried(transaction, window));
        }
        SymbolicState noted = past.after(transaction).state();
        return new SymbolicState(
                noted.world(),
                noted.context(),
                ghost -> carried.containsKey(ghost)
                        ? carried.get(ghost)
                        : noted.ghosts().apply(ghost));
    }

    /**
     * The states in which the transaction resumes after unknown code, with what the windows have carried by then,
     * including what passes where nobody sees it.
     */
    public List<SymbolicState> resumed(SymbolicTransaction transaction) {
        List<SymbolicState> states = transaction.resumed();
        if (windows.isEmpty()) {
            return states;
        }
        List<SymbolicState> counted = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Map<GhostVariable, IntTerm> carried = new HashMap<>();
            for (ArbitraryWindow window : windows) {
                carried.put(window.carried(), flows.carriedAfter(transaction, i, window));
            }
            SymbolicState state = states.get(i);
            counted.add(new SymbolicState(
                    state.world(),
                    state.context(),
                    ghost -> carried.containsKey(ghost)
                            ? carried.get(ghost)
                            : state.ghosts().apply(ghost)));
        }
        return List.copyOf(counted);
    }

    /** Whether windows may carry on, within the transaction, what no path shows. */
    public boolean carriesUnseen(SymbolicTransaction transaction) {
        return memories().isEmpty()
                && windows.stream()
                        .anyMatch(window -> flows.isToldByLemmas(
                                transaction, window.window().flow()));
    }

    /** All that the property claims of the transaction. */
    public List<ProofObligation> goals(Property property, SymbolicTransaction transaction) {
        return switch (property) {
            case Property.Invariant i -> invariant(i, transaction);
            case Property.Rule r
            when r.isJudgedInside() -> inside(r, transaction, transaction.matches(r.trigger(), model));
            case Property.Rule r -> rule(r, transaction);
            case Property.Limit l -> limit(l, transaction);
            case Property.Isolation i ->
                IsolationGoals.of(
                        model,
                        i,
                        transaction,
                        scope(
                                transaction.after(),
                                Optional.of(transaction.before()),
                                transaction.simplifier(),
                                quantifiers(i),
                                w -> terms.zero));
        };
    }

    private List<ProofObligation> invariant(Property.Invariant invariant, SymbolicTransaction transaction) {
        List<ProofObligation> goals = new ArrayList<>(carriedExists(transaction));
        Optional<Expr> premise = invariant.condition() instanceof Expr.Binary b
                        && b.operator() == BinaryOperator.IMPLIES
                        && invariant.durations().isEmpty()
                ? Optional.of(b.left())
                : Optional.empty();
        goals.add(judge(invariant, premise, transaction, Map.of(), terms.yes, invariant.durations()));
        return goals;
    }

    private List<ProofObligation> rule(Property.Rule rule, SymbolicTransaction transaction) {
        List<ProofObligation> goals = new ArrayList<>(carriedExists(transaction));
        for (SymbolicTransaction.Match match : transaction.matches(rule.trigger(), model)) {
            SymbolicScope base = scope(
                    past.after(transaction).state(),
                    Optional.of(transaction.before()),
                    transaction.simplifier(),
                    quantifiers(rule),
                    w -> {
                        throw new UnsupportedConstructException(w.span() + ": a windowed sum inside where");
                    });
            BoolTerm condition = flows.where(rule.trigger(), FlowReader.bind(base, match), match);
            if (base.defined() != terms.yes) {
                goals.add(new ProofObligation(
                        transaction, List.of(match.condition()), Optional.of(terms.no), base.defined()));
            }
            if (condition != terms.no) {
                goals.add(judge(rule, Optional.empty(), transaction, match.bindings(), condition, List.of()));
            }
        }
        return goals;
    }

    /** All that the rule claims of moments within an entry of code that nobody knows, in the middle of a step. */
    public List<ProofObligation> goalsOfEntry(Property.Rule rule, SymbolicTransaction entry) {
        InsideMatches matches = new InsideMatches(entry, model);
        return switch (rule.trigger()) {
            case Trigger.Departure d
            when entry.target().isPresent() -> inside(rule, entry, matches.departures(d, true));
            case Trigger.InnerCall c when entry.target().isPresent() -> inside(rule, entry, matches.calls(c, true));
            case Trigger.Departure _,
                    Trigger.InnerCall _,
                    Trigger.TriedCall _,
                    Trigger.Called _,
                    Trigger.SuccessfulCall _,
                    Trigger.EtherMoved _,
                    Trigger.Entered _,
                    Trigger.Emitted _ -> List.of();
        };
    }

    /** Each match has a state of its own. */
    private List<ProofObligation> inside(
            Property.Rule rule, SymbolicTransaction transaction, List<SymbolicTransaction.Match> matches) {
        List<ProofObligation> goals = new ArrayList<>();
        for (SymbolicTransaction.Match match : matches) {
            SymbolicTransaction.MatchedMoment moment = match.moment().orElseThrow();
            requirePrevious(rule, moment);
            SymbolicScope asked = inside(rule, transaction, moment);
            BoolTerm condition = flows.where(rule.trigger(), FlowReader.bind(asked, match), match);
            if (asked.defined() != terms.yes) {
                goals.add(new ProofObligation(
                        transaction, List.of(match.condition()), Optional.of(terms.no), asked.defined()));
            }
            if (condition != terms.no) {
                SymbolicScope claimed = inside(rule, transaction, moment);
                BoolTerm truth = Evaluator.truth(rule.condition(), FlowReader.bind(claimed, match));
                goals.add(new ProofObligation(
                        transaction,
                        List.of(condition),
                        Optional.empty(),
                        terms.and(claimed.defined(), truth),
                        List.copyOf(match.bindings().values())));
            }
        }
        return goals;
    }

    private SymbolicScope inside(
            Property.Rule rule, SymbolicTransaction transaction, SymbolicTransaction.MatchedMoment moment) {
        return scope(moment.state(), moment.before(), transaction.simplifier(), quantifiers(rule), w -> {
            throw new UnsupportedConstructException(w.span() + ": a window in the middle of a step");
        });
    }

    private static void requirePrevious(Property.Rule rule, SymbolicTransaction.MatchedMoment moment) {
        if (moment.before().isEmpty()) {
            rule.expressions().stream()
                    .flatMap(Walk::all)
                    .filter(Expr.Previous.class::isInstance)
                    .findFirst()
                    .ifPresent(previous -> {
                        throw new UnsupportedConstructException(previous.span()
                                + ": prev(…) where code that is not known calls the function in the middle of a step,"
                                + " whose begin is not known there");
                    });
        }
    }

    private Quantifiers quantifiers(Property property) {
        return new Quantifiers.Goal(premises.computeIfAbsent(property, Polarity::premises)::contains);
    }

    /** What a window has to add and what a past operator has to note must exist, or it is lost for good. */
    private List<ProofObligation> carriedExists(SymbolicTransaction transaction) {
        List<ProofObligation> goals = new ArrayList<>();
        BoolTerm noted = past.after(transaction).defined();
        if (noted != terms.yes) {
            goals.add(new ProofObligation(transaction, List.of(), Optional.of(terms.no), noted));
        }
        for (ArbitraryWindow window : windows) {
            for (FlowReader.Occurrence occurrence :
                    flows.occurrences(transaction, window.window().flow())) {
                if (occurrence.defined() != terms.yes) {
                    goals.add(new ProofObligation(transaction, List.of(), Optional.of(terms.no), occurrence.defined()));
                }
            }
        }
        return goals;
    }

    /** Once, whatever the transaction carries: in one transaction there is no state between two occurrences. */
    private List<ProofObligation> limit(Property.Limit limit, SymbolicTransaction transaction) {
        List<ProofObligation> goals = new ArrayList<>(carriedExists(transaction));
        List<BoolTerm> carries = new ArrayList<>();
        for (ArbitraryWindow window : windows) {
            flows.occurrences(transaction, window.window().flow()).forEach(o -> carries.add(o.condition()));
            if (flows.isToldByLemmas(transaction, window.window().flow())) {
                carries.add(terms.yes);
            }
        }
        BoolTerm triggered = terms.or(carries);
        if (triggered != terms.no) {
            goals.add(judge(limit, Optional.empty(), transaction, Map.of(), triggered, limit.durations()));
        }
        return goals;
    }

    /** Judges at the end of the transaction, with all that it carries in the windows. */
    private ProofObligation judge(
            Property property,
            Optional<Expr> premise,
            SymbolicTransaction transaction,
            Map<Variable, IntTerm> bindings,
            BoolTerm condition,
            List<Variable> durations) {
        Quantifiers quantifiers = quantifiers(property);
        Map<Expr.Windowed, IntTerm> carried = new HashMap<>();
        for (ArbitraryWindow window : windows) {
            carried.put(window.window(), flows.carried(transaction, window));
        }
        SymbolicScope base = scope(
                past.after(transaction).state(),
                Optional.of(transaction.before()),
                transaction.simplifier(),
                quantifiers,
                reads(property, transaction, carried));
        List<BoolTerm> conditions = new ArrayList<>(List.of(condition));
        Scope<IntTerm, BoolTerm> scope = base;
        for (Map.Entry<Variable, IntTerm> entry : bindings.entrySet()) {
            scope = scope.bind(entry.getKey(), entry.getValue());
        }
        for (Variable duration : durations) {
            scope = scope.bind(duration, length(duration, transaction));
        }
        windowsEndHere(transaction, forAny(property.condition(), scope), conditions);
        conditions.addAll(past.meant(scope, transaction));
        BoolTerm truth = Evaluator.truth(property.condition(), scope);
        BoolTerm claimed = terms.and(base.defined(), truth);
        Scope<IntTerm, BoolTerm> inside = scope;
        Optional<BoolTerm> trigger = premise.map(p -> Evaluator.truth(p, inside));
        return new ProofObligation(transaction, conditions, trigger, claimed, List.copyOf(bindings.values()));
    }

    private TransactionReads reads(
            Property property, SymbolicTransaction transaction, Map<Expr.Windowed, IntTerm> carried) {
        return new TransactionReads() {
            @Override
            public IntTerm windowed(Expr.Windowed aggregate) {
                return carried.get(aggregate);
            }

            @Override
            public BoolTerm sameWithout(Expr.SameWithout comparison) {
                return property instanceof Property.Rule rule
                        ? WithoutContract.same(model, rule.trigger(), transaction, comparison)
                        : TransactionReads.super.sameWithout(comparison);
            }
        };
    }

    /**
     * Binds the variables of the quantifiers that the condition begins with to the unknowns that stand for every value.
     * A window grouped by such a variable is then the one whose arbitrary key is that unknown.
     */
    private Scope<IntTerm, BoolTerm> forAny(Expr condition, Scope<IntTerm, BoolTerm> scope) {
        Scope<IntTerm, BoolTerm> bound = scope;
        for (Variable name : Windows.any(condition)) {
            bound = bound.bind(name, model.unknown(name));
        }
        return bound;
    }

    /** {@code forall duration W} with a window {@code last W}: W is what has passed since the window's start. */
    private IntTerm length(Variable duration, SymbolicTransaction transaction) {
        for (ArbitraryWindow window : windows) {
            if (window.window().window() instanceof Window.Last last
                    && last.seconds() instanceof Expr.Local local
                    && local.variable().id() == duration.id()) {
                return terms.subtract(
                        transaction.after().context().timestamp(),
                        transaction.before().ghosts().apply(window.start()));
            }
        }
        return terms.symbol("duration." + duration.name(), Interval.atLeast(BigInteger.ZERO));
    }

    private void windowsEndHere(
            SymbolicTransaction transaction, Scope<IntTerm, BoolTerm> scope, List<BoolTerm> conditions) {
        for (ArbitraryWindow window : windows) {
            window.window().length().ifPresent(given -> {
                IntTerm length = Evaluator.integer(given, scope);
                IntTerm start = transaction.before().ghosts().apply(window.start());
                if (given instanceof Expr.Local) {
                    conditions.add(terms.lessOrEqual(terms.zero, length));
                }
                conditions.add(terms.equal(start, terms.subtract(FlowReader.clock(transaction, window), length)));
            });
            if (window.key().isPresent() && window.window().key().isPresent()) {
                conditions.add(terms.equal(
                        transaction.before().ghosts().apply(window.key().get()),
                        Evaluator.integer(window.window().key().get(), scope)));
            }
        }
    }
}
