package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.WordArithmetic;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/** The paths of steps from one beginning, as they are found. */
final class StepExploration {
    /** What all explorations of a system share. */
    record Tools(
            SystemModel model,
            StepContexts contexts,
            Predicate<List<BoolTerm>> possible,
            LoopHeads loops,
            RelayTerms relays,
            FailureTriggers failures) {}

    private final Tools tools;
    private final SystemModel model;
    private final Terms terms;
    private final String step;
    private final Explorer.Beginning from;
    private final SymbolicState before;
    private final SymbolicContext context;
    private final PathFacts facts;
    private final SymbolicWorld entered;
    private final List<SymbolicTransaction> transactions = new ArrayList<>();
    private final List<SymbolicTransaction> rounds = new ArrayList<>();
    private final List<Explorer.End> ends = new ArrayList<>();
    private final Map<String, UnreadFunction> unread = new LinkedHashMap<>();

    StepExploration(Tools tools, String step, Explorer.Beginning from, SymbolicContext context) {
        this.tools = tools;
        this.model = tools.model();
        this.terms = model.terms();
        this.step = step;
        this.from = from;
        this.before = from.before();
        this.context = context;
        this.facts = with(from.known(), tools.contexts().facts(context, before.context()));
        this.entered = ForcedEther.on(before.world(), step, model);
    }

    private static PathFacts with(PathFacts known, List<BoolTerm> more) {
        PathFacts all = known;
        for (BoolTerm fact : more) {
            all = all.assume(fact);
        }
        return all;
    }

    Explorer.Exploration found() {
        return new Explorer.Exploration(
                transactions,
                rounds,
                ends,
                unread.values().stream().filter(UnreadFunction::mayChangeState).toList(),
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
                        new Simplifier(terms, with(facts, tools.contexts().callFacts(instance, call, context))),
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
                tools.loops(),
                tools.possible(),
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
                with(facts, tools.contexts().callFacts(instance, call, context)),
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
                .forEach(round -> rounds.add(transaction(instance, call, round).cut()));
        exploration.outcomes().forEach(outcome -> add(instance, call, outcome));
    }

    private void add(String instance, SymbolicTransaction.CallSymbols call, PathOutcome outcome) {
        if (outcome.ok()) {
            PathOutcome told = tools.relays().entered(outcome, transaction(instance, call, outcome));
            transactions.add(transaction(instance, call, told));
            ends.add(new Explorer.End(
                    model.addressOf(instance),
                    told.facts().range(call.selector()).single(),
                    told));
        } else if (tools.failures().mayMatch(instance, outcome, terms)) {
            transactions.add(failing(instance, call, outcome));
        }
    }

    private SymbolicTransaction transaction(
            String instance, SymbolicTransaction.CallSymbols call, PathOutcome outcome) {
        return SymbolicTransaction.of(
                instance, call, before, context.calling(call.selector()), outcome, from.transients(), terms);
    }

    /**
     * A path that fails. What code that nobody knows has done on it is undone, and no lemma was shown of the moments at
     * which it was called, so that nothing may be assumed of them.
     */
    private SymbolicTransaction failing(String instance, SymbolicTransaction.CallSymbols call, PathOutcome outcome) {
        return new SymbolicTransaction(
                        Optional.empty(),
                        call,
                        before,
                        new SymbolicState(outcome.world(), context.calling(call.selector()), before.ghosts()),
                        outcome.conditions(),
                        new Simplifier(terms, outcome.facts()),
                        List.of(),
                        List.of())
                .attempting(Optional.of(instance), outcome.failure());
    }
}
