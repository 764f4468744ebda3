package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.OwnCall;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.UnknownCode;
import thymus.solver.symbolic.WordArithmetic;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/** Every transaction that the adversary can send from a state, as symbolic paths. */
public final class Explorer {
    private final SystemModel model;
    private final Terms terms;
    private final Predicate<List<BoolTerm>> possible;
    private final LoopHeads loops = new LoopHeads();
    private final RelayTerms relays;
    private final StepContexts contexts;
    /** Contracts of whose calls a rule speaks even if they fail. */
    private final Set<String> attempted = new LinkedHashSet<>();
    /** Failures that no step may end with. */
    private final List<Trigger.Called> failures = new ArrayList<>();

    public Explorer(SystemModel model, Predicate<List<BoolTerm>> possible) {
        this.model = model;
        this.terms = model.terms();
        this.possible = possible;
        this.relays = new RelayTerms(model);
        this.contexts = new StepContexts(model);
        for (Property property : model.specification().properties()) {
            if (property instanceof Property.Rule rule && rule.trigger() instanceof Trigger.TriedCall tried) {
                attempted.add(tried.contract());
            }
            if (property instanceof Property.Rule rule && rule.trigger() instanceof Trigger.Called called) {
                failures.add(called);
            }
            property.expressions().stream()
                    .flatMap(Walk::all)
                    .filter(Expr.Matched.class::isInstance)
                    .flatMap(e -> ((Expr.Matched) e).triggers().stream())
                    .filter(Trigger.TriedCall.class::isInstance)
                    .forEach(tried -> attempted.add(((Trigger.TriedCall) tried).contract()));
        }
    }

    /**
     * A path that succeeds.
     *
     * @param target the contract that was called
     * @param selector of the function; empty for calls that select none by name
     */
    public record End(BigInteger target, Optional<BigInteger> selector, PathOutcome outcome) {}

    /**
     * Where steps begin.
     *
     * @param transients what a step finds in transient storage
     * @param unknownCode what code that nobody knows may do within a step
     */
    public record Beginning(SymbolicState before, SymbolicWorld transients, PathFacts known, UnknownCode unknownCode) {}

    /**
     * @param transactions all paths that succeed, for every instance, and one transaction that changes nothing
     * @param rounds paths up to the end of a round of a loop, for what happens within it
     * @param ends of the same paths, but for the one that changes nothing
     * @param unread functions of which some path is missing
     * @param views of which some path is missing, too; they are declared to change nothing
     */
    public record Exploration(
            List<SymbolicTransaction> transactions,
            List<SymbolicTransaction> rounds,
            List<End> ends,
            List<UnreadFunction> unread,
            List<UnreadFunction> views) {
        public static final Exploration NONE = new Exploration(List.of(), List.of(), List.of(), List.of(), List.of());

        public Exploration {
            transactions = List.copyOf(transactions);
            rounds = List.copyOf(rounds);
            ends = List.copyOf(ends);
            unread = List.copyOf(unread);
            views = List.copyOf(views);
        }

        /** Everything of both. */
        public Exploration and(Exploration other) {
            return new Exploration(
                    both(transactions, other.transactions),
                    both(rounds, other.rounds),
                    both(ends, other.ends),
                    both(unread, other.unread),
                    both(views, other.views));
        }

        private static <T> List<T> both(List<T> first, List<T> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    public StepContexts contexts() {
        return contexts;
    }

    /** Every transaction that the adversary can send. */
    public Exploration explore(String step, Beginning from) {
        StepSearch search =
                new StepSearch(step, from, contexts.context(step, from.before().context()));
        search.nothing();
        model.specification().instances().keySet().forEach(instance -> search.call(instance, true));
        attempted.forEach(search::failing);
        return search.found();
    }

    /** Every way in which this call of the system by itself can go on. */
    public Exploration explore(String step, Beginning from, OwnCall call) {
        SymbolicContext any = contexts.context(step, from.before().context());
        SymbolicContext context = any.ownCall(
                call.sender().map(terms::constant).orElse(any.sender()),
                call.value().map(terms::constant).orElse(any.value()));
        StepSearch search = new StepSearch(step, from, context);
        search.call(model.contracts().nameOf(call.target()), false);
        return search.found();
    }

    /** The paths of steps from one beginning, as they are found. */
    private final class StepSearch {
        private final String step;
        private final Beginning from;
        private final SymbolicState before;
        private final SymbolicContext context;
        private final PathFacts facts;
        private final SymbolicWorld entered;
        private final List<SymbolicTransaction> transactions = new ArrayList<>();
        private final List<SymbolicTransaction> rounds = new ArrayList<>();
        private final List<End> ends = new ArrayList<>();
        private final Map<String, UnreadFunction> unread = new LinkedHashMap<>();

        StepSearch(String step, Beginning from, SymbolicContext context) {
            this.step = step;
            this.from = from;
            this.before = from.before();
            this.context = context;
            this.facts = with(from.known(), contexts.facts(context, before.context()));
            this.entered = ForcedEther.on(before.world(), step, model);
        }

        private static PathFacts with(PathFacts known, List<BoolTerm> more) {
            PathFacts all = known;
            for (BoolTerm fact : more) {
                all = all.assume(fact);
            }
            return all;
        }

        Exploration found() {
            return new Exploration(
                    transactions,
                    rounds,
                    ends,
                    unread.values().stream()
                            .filter(UnreadFunction::mayChangeState)
                            .toList(),
                    unread.values().stream().filter(f -> !f.mayChangeState()).toList());
        }

        /** A step that calls nothing of the system: only time passes, and ether may be forced on contracts. */
        void nothing() {
            transactions.add(new SymbolicTransaction(
                    Optional.empty(),
                    new SymbolicTransaction.CallSymbols(terms.zero, i -> terms.zero, terms.zero),
                    before,
                    new SymbolicState(entered, context, before.ghosts()),
                    List.of(),
                    new Simplifier(terms, facts),
                    List.of(),
                    List.of()));
        }

        /** Any call of the contract, which fails: nothing but ether that is forced on contracts differs afterwards. */
        void failing(String instance) {
            SymbolicTransaction.CallSymbols call = symbols(step + "." + instance + ".failing");
            transactions.add(new SymbolicTransaction(
                            Optional.empty(),
                            call,
                            before,
                            new SymbolicState(entered, context.calling(call.selector()), before.ghosts()),
                            List.of(),
                            new Simplifier(terms, with(facts, contexts.callFacts(instance, call, context))),
                            List.of(),
                            List.of())
                    .attempting(Optional.of(instance), Optional.empty()));
        }

        private SymbolicTransaction.CallSymbols symbols(String prefix) {
            Map<Integer, IntTerm> arguments = new HashMap<>();
            return new SymbolicTransaction.CallSymbols(
                    terms.symbol(prefix + ".selector", StepContexts.SELECTORS),
                    i -> arguments.computeIfAbsent(i, k -> terms.symbol(prefix + ".argument" + k, WordArithmetic.WORD)),
                    terms.symbol(prefix + ".size", Interval.unsigned(32)));
        }

        /** @param isPaid whether the ether of the call has still to be moved */
        void call(String instance, boolean isPaid) {
            String prefix = step + "." + instance;
            SymbolicTransaction.CallSymbols call = symbols(prefix);
            BigInteger target = model.addressOf(instance);
            SymbolicContext.Clock clock = context.on(model.chainOf(target));
            Machine machine = new Machine(
                    terms,
                    model.codesFor(target),
                    new BlockSymbols(
                            clock.timestamp(),
                            clock.number(),
                            terms.symbol(step + ".origin", StepContexts.SENDERS),
                            model.chainId(target)),
                    false,
                    loops,
                    possible,
                    Optional.of(from.unknownCode()));
            CallData input = new CallData.Arbitrary(
                    call.selector(),
                    call.argument(),
                    UnknownFunction.into(prefix + ".data", WordArithmetic.WORD),
                    call.size(),
                    terms);
            Machine.Exploration exploration = machine.explore(new Machine.Start(
                    entered,
                    from.transients(),
                    with(facts, contexts.callFacts(instance, call, context)),
                    target,
                    context.sender(),
                    context.value(),
                    isPaid,
                    input,
                    false,
                    Optional.empty()));
            for (Machine.Refusal refusal : exploration.refusals()) {
                UnreadFunction function = UnreadFunction.of(
                        instance,
                        refusal.facts().range(call.selector()),
                        model.specification().modelOf(instance),
                        model.contracts().isAsDeclared(target),
                        refusal.reason());
                unread.putIfAbsent(function.name(), function);
            }
            exploration
                    .rounds()
                    .forEach(round ->
                            rounds.add(transaction(instance, call, round).cut()));
            exploration.outcomes().forEach(outcome -> add(instance, call, outcome));
        }

        private void add(String instance, SymbolicTransaction.CallSymbols call, PathOutcome outcome) {
            if (outcome.ok()) {
                PathOutcome told = relays.entered(outcome, transaction(instance, call, outcome));
                transactions.add(transaction(instance, call, told));
                ends.add(new End(
                        model.addressOf(instance),
                        told.facts().range(call.selector()).single(),
                        told));
            } else if (mayBeAsked(instance, outcome)) {
                transactions.add(
                        Explorer.this.failing(instance, call, before, context.calling(call.selector()), outcome));
            }
        }

        private SymbolicTransaction transaction(
                String instance, SymbolicTransaction.CallSymbols call, PathOutcome outcome) {
            return SymbolicTransaction.of(
                    instance, call, before, context.calling(call.selector()), outcome, from.transients(), terms);
        }
    }

    /** Whether a rule may speak of this failure. What was not read of it may be anything. */
    private boolean mayBeAsked(String instance, PathOutcome outcome) {
        Simplifier simplifier = new Simplifier(terms, outcome.facts());
        return failures.stream()
                .filter(called ->
                        called.targets().stream().anyMatch(t -> t.contract().equals(instance)))
                .anyMatch(called ->
                        StepMatches.mayBe(outcome.failure().orElseThrow(), called, simplifier, terms) != terms.no);
    }

    /**
     * A path that fails. What code that nobody knows has done on it is undone, and no lemma was shown of the moments at
     * which it was called, so that nothing may be assumed of them.
     */
    private SymbolicTransaction failing(
            String instance,
            SymbolicTransaction.CallSymbols call,
            SymbolicState before,
            SymbolicContext context,
            PathOutcome outcome) {
        return new SymbolicTransaction(
                        Optional.empty(),
                        call,
                        before,
                        new SymbolicState(outcome.world(), context, before.ghosts()),
                        outcome.conditions(),
                        new Simplifier(terms, outcome.facts()),
                        List.of(),
                        List.of())
                .attempting(Optional.of(instance), outcome.failure());
    }
}
