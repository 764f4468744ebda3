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
import thymus.contracts.abi.Selector;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.Machine;
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
import thymus.spec.Adversary;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/** Every transaction that the adversary can send from a state, as symbolic paths. */
public final class Explorer {
    /** Nobody has the key of an address below 0x200: it is zero, a precompile, or kept for one (EIP-7587). */
    private static final Interval SENDERS =
            Interval.of(BigInteger.TWO.pow(9), BigInteger.TWO.pow(160).subtract(BigInteger.ONE));

    /** The range of values in wei: all ether that exists is far less than 2^128 wei. */
    private static final Interval VALUES = Interval.unsigned(128);

    private static final Interval SELECTORS = Interval.unsigned(32);

    private final SystemModel model;
    private final Terms terms;
    private final Predicate<List<BoolTerm>> possible;
    private final LoopHeads loops = new LoopHeads();
    private final RelayTerms relays;
    /** Contracts of whose calls a rule speaks even if they fail. */
    private final Set<String> attempted = new LinkedHashSet<>();
    /** Failures that no step may end with. */
    private final List<Trigger.Called> failures = new ArrayList<>();

    public Explorer(SystemModel model, Predicate<List<BoolTerm>> possible) {
        this.model = model;
        this.terms = model.terms();
        this.possible = possible;
        this.relays = new RelayTerms(model);
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

    /** The clock's greatest value: what the file says, or the header's 64 bits. */
    public Interval clock() {
        BigInteger end = model.specification().adversary().until().orElse(BigInteger.TWO.pow(64));
        return Interval.of(model.specification().startTime(), end.subtract(BigInteger.ONE));
    }

    /** A step of the name {@code step}. */
    public SymbolicContext context(String step, SymbolicContext before) {
        return new SymbolicContext(
                terms.symbol(step + ".timestamp", clock()),
                terms.symbol(step + ".block", Interval.unsigned(64)),
                terms.symbol(step + ".sender", SENDERS),
                terms.symbol(step + ".value", VALUES),
                terms.symbol(step + ".selector", SELECTORS),
                clocks(step));
    }

    /** Any clocks of the chains beside the first one. */
    public Map<String, SymbolicContext.Clock> clocks(String step) {
        Map<String, SymbolicContext.Clock> clocks = new LinkedHashMap<>();
        for (String chain : model.otherChains()) {
            clocks.put(
                    chain,
                    new SymbolicContext.Clock(
                            terms.symbol(step + ".timestamp." + chain, Interval.unsigned(65)),
                            terms.symbol(step + ".block." + chain, Interval.unsigned(64))));
        }
        return clocks;
    }

    /** Clocks are no further apart than the file says, and do not go back. */
    private void addClocks(SymbolicContext context, SymbolicContext before, List<BoolTerm> facts) {
        IntTerm drift = terms.constant(model.specification().chains().drift());
        for (SymbolicContext at : List.of(before, context)) {
            at.clocks().values().forEach(clock -> {
                facts.add(terms.lessOrEqual(clock.timestamp(), terms.add(at.timestamp(), drift)));
                facts.add(terms.lessOrEqual(at.timestamp(), terms.add(clock.timestamp(), drift)));
            });
        }
        context.clocks().forEach((chain, clock) -> {
            facts.add(terms.lessOrEqual(before.clocks().get(chain).timestamp(), clock.timestamp()));
            facts.add(terms.lessOrEqual(before.clocks().get(chain).number(), clock.number()));
        });
    }

    /** What is true of every transaction. */
    public List<BoolTerm> contextFacts(SymbolicContext context, SymbolicContext before) {
        Adversary adversary = model.specification().adversary();
        List<BoolTerm> facts = new ArrayList<>(model.deploymentFacts());
        IntTerm elapsed = terms.subtract(context.timestamp(), before.timestamp());
        facts.add(terms.lessOrEqual(terms.constant(adversary.minimumAdvance().max(BigInteger.ZERO)), elapsed));
        adversary.maximumAdvance().ifPresent(most -> facts.add(terms.lessOrEqual(elapsed, terms.constant(most))));
        facts.add(terms.lessOrEqual(before.number(), context.number()));
        addClocks(context, before, facts);
        if (!model.specification().chains().areSeveral()) {
            model.specification().instances().keySet().forEach(contract -> facts.add(isNotSentBy(contract, context)));
        }
        for (Adversary.Trust trust : adversary.trusted()) {
            if (trust.functions().isEmpty()) {
                facts.add(terms.not(terms.equal(context.sender(), account(trust.actor()))));
            }
        }
        return facts;
    }

    private IntTerm account(String name) {
        return terms.constant(model.addressOf(name));
    }

    /**
     * A path that succeeds.
     *
     * @param target the contract that was called
     * @param selector of the function; empty for calls that select none by name
     */
    public record End(BigInteger target, Optional<BigInteger> selector, PathOutcome outcome) {}

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
        public Exploration {
            transactions = List.copyOf(transactions);
            rounds = List.copyOf(rounds);
            ends = List.copyOf(ends);
            unread = List.copyOf(unread);
            views = List.copyOf(views);
        }
    }

    /**
     * @param transientWorld what the transaction finds in transient storage
     * @param unknownCode what code that nobody knows may do within a transaction
     */
    public Exploration explore(
            String step, SymbolicState before, SymbolicWorld transientWorld, PathFacts known, UnknownCode unknownCode) {
        SymbolicContext context = context(step, before.context());
        PathFacts facts = known;
        for (BoolTerm fact : contextFacts(context, before.context())) {
            facts = facts.assume(fact);
        }
        SymbolicWorld entered = ForcedEther.on(before.world(), step, model);
        List<SymbolicTransaction> found = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        List<SymbolicTransaction> rounds = new ArrayList<>();
        Map<String, UnreadFunction> unread = new LinkedHashMap<>();
        SymbolicTransaction.CallSymbols none =
                new SymbolicTransaction.CallSymbols(terms.zero, i -> terms.zero, terms.zero);
        found.add(new SymbolicTransaction(
                Optional.empty(),
                none,
                before,
                new SymbolicState(entered, context, before.ghosts()),
                List.of(),
                new Simplifier(terms, facts),
                List.of(),
                List.of()));
        for (String instance : model.specification().instances().keySet()) {
            explore(
                    step,
                    instance,
                    before,
                    entered,
                    transientWorld,
                    unknownCode,
                    context,
                    facts,
                    found,
                    rounds,
                    unread,
                    ends);
        }
        for (String instance : attempted) {
            found.add(failing(step, instance, before, entered, context, facts));
        }
        return new Exploration(
                found,
                rounds,
                ends,
                unread.values().stream().filter(UnreadFunction::mayChangeState).toList(),
                unread.values().stream().filter(f -> !f.mayChangeState()).toList());
    }

    /** Any call of the contract, which fails: nothing but ether that is forced on contracts differs afterwards. */
    private SymbolicTransaction failing(
            String step,
            String instance,
            SymbolicState before,
            SymbolicWorld entered,
            SymbolicContext context,
            PathFacts facts) {
        String prefix = step + "." + instance + ".failing";
        SymbolicTransaction.CallSymbols call = new SymbolicTransaction.CallSymbols(
                terms.symbol(prefix + ".selector", SELECTORS),
                i -> terms.symbol(prefix + ".argument" + i, WordArithmetic.WORD),
                terms.symbol(prefix + ".size", Interval.unsigned(32)));
        PathFacts allowed = facts;
        for (BoolTerm fact : callFacts(instance, call, context)) {
            allowed = allowed.assume(fact);
        }
        return new SymbolicTransaction(
                        Optional.empty(),
                        call,
                        before,
                        new SymbolicState(entered, context.calling(call.selector()), before.ghosts()),
                        List.of(),
                        new Simplifier(terms, allowed),
                        List.of(),
                        List.of())
                .attempting(Optional.of(instance), Optional.empty());
    }

    private void explore(
            String step,
            String instance,
            SymbolicState before,
            SymbolicWorld entered,
            SymbolicWorld transientWorld,
            UnknownCode unknownCode,
            SymbolicContext context,
            PathFacts facts,
            List<SymbolicTransaction> found,
            List<SymbolicTransaction> rounds,
            Map<String, UnreadFunction> unread,
            List<End> ends) {
        String prefix = step + "." + instance;
        IntTerm selector = terms.symbol(prefix + ".selector", SELECTORS);
        Map<Integer, IntTerm> arguments = new HashMap<>();
        SymbolicTransaction.CallSymbols call = new SymbolicTransaction.CallSymbols(
                selector,
                i -> arguments.computeIfAbsent(i, k -> terms.symbol(prefix + ".argument" + k, WordArithmetic.WORD)),
                terms.symbol(prefix + ".size", Interval.unsigned(32)));
        PathFacts allowed = facts;
        for (BoolTerm fact : callFacts(instance, call, context)) {
            allowed = allowed.assume(fact);
        }
        SymbolicContext.Clock clock = context.on(model.chainOf(model.addressOf(instance)));
        Machine machine = new Machine(
                terms,
                model.codesFor(model.addressOf(instance)),
                new BlockSymbols(
                        clock.timestamp(),
                        clock.number(),
                        terms.symbol(step + ".origin", SENDERS),
                        model.chainId(model.addressOf(instance))),
                false,
                loops,
                possible,
                Optional.of(unknownCode));
        Machine.Exploration exploration = machine.explore(new Machine.Start(
                entered,
                transientWorld,
                allowed,
                model.addressOf(instance),
                context.sender(),
                context.value(),
                new CallData.Arbitrary(
                        selector,
                        call.argument(),
                        UnknownFunction.into(prefix + ".data", WordArithmetic.WORD),
                        call.size(),
                        terms),
                false));
        for (Machine.Refusal refusal : exploration.refusals()) {
            UnreadFunction function = UnreadFunction.of(
                    instance,
                    refusal.facts().range(selector),
                    model.specification().modelOf(instance),
                    model.contracts().isAsDeclared(model.addressOf(instance)),
                    refusal.reason());
            unread.putIfAbsent(function.name(), function);
        }
        for (PathOutcome round : exploration.rounds()) {
            rounds.add(SymbolicTransaction.of(
                            instance, call, before, context.calling(selector), round, transientWorld, terms)
                    .cut());
        }
        for (PathOutcome explored : exploration.outcomes()) {
            PathOutcome outcome = explored;
            if (outcome.ok()) {
                outcome = relays.entered(
                        outcome,
                        SymbolicTransaction.of(
                                instance, call, before, context.calling(selector), outcome, transientWorld, terms));
                found.add(SymbolicTransaction.of(
                        instance, call, before, context.calling(selector), outcome, transientWorld, terms));
                ends.add(new End(
                        model.addressOf(instance),
                        outcome.facts().range(selector).single(),
                        outcome));
            } else if (mayBeAsked(instance, outcome)) {
                found.add(failing(instance, call, before, context.calling(selector), outcome));
            }
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

    /**
     * No contract of the chain sends a transaction. The address of a contract of another chain may be anybody's here.
     * Beside it stands what the file leaves out: excluded functions, and those that a trusted actor does not call.
     */
    public List<BoolTerm> callFacts(String instance, SymbolicTransaction.CallSymbols call, SymbolicContext context) {
        Adversary adversary = model.specification().adversary();
        List<BoolTerm> facts = new ArrayList<>();
        if (model.specification().chains().areSeveral()) {
            model.specification().instances().keySet().stream()
                    .filter(contract -> !model.specification().chains().areApart(contract, instance))
                    .forEach(contract -> facts.add(isNotSentBy(contract, context)));
        }
        for (Adversary.Exclusion exclusion : adversary.excluded()) {
            if (exclusion.instance().equals(instance)) {
                facts.add(terms.not(selects(call, exclusion.function())));
            }
        }
        for (Adversary.Trust trust : adversary.trusted()) {
            for (Adversary.Exclusion exclusion : trust.functions()) {
                if (exclusion.instance().equals(instance)) {
                    facts.add(terms.or(
                            terms.not(selects(call, exclusion.function())),
                            terms.not(terms.equal(context.sender(), account(trust.actor())))));
                }
            }
        }
        return facts;
    }

    private BoolTerm isNotSentBy(String contract, SymbolicContext context) {
        return terms.not(terms.equal(context.sender(), account(contract)));
    }

    private BoolTerm selects(SymbolicTransaction.CallSymbols call, FunctionModel function) {
        return terms.and(
                terms.equal(call.selector(), terms.constant(FunctionCalls.selector(function))),
                terms.lessOrEqual(terms.constant(Selector.SIZE), call.size()));
    }
}
