package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.StaticHead;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;
import thymus.spec.Adversary;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Evaluator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/**
 * What an isolation claims of a transaction: if it is an offence, that it leaves only marks, and that any guarded call
 * of another account, made after it, is the same as in the state before it; and that it is no guarded call of an
 * account that is isolated.
 */
final class IsolationGoals {

    private final SystemModel model;
    private final Terms terms;
    private final Property.Isolation property;
    private final SymbolicTransaction transaction;
    private final SymbolicScope scope;
    private final List<ProofObligation> goals = new ArrayList<>();

    private IsolationGoals(
            SystemModel model, Property.Isolation property, SymbolicTransaction transaction, SymbolicScope scope) {
        this.model = model;
        this.terms = model.terms();
        this.property = property;
        this.transaction = transaction;
        this.scope = scope;
    }

    /**
     * The claims.
     *
     * @param scope the state after the transaction
     * @throws UnsupportedConstructException if a guarded call cannot be followed to its end
     */
    static List<ProofObligation> of(
            SystemModel model, Property.Isolation property, SymbolicTransaction transaction, SymbolicScope scope) {
        IsolationGoals goals = new IsolationGoals(model, property, transaction, scope);
        goals.guardedCalls();
        goals.offence();
        if (scope.defined() != model.terms().yes) {
            goals.goals.add(
                    new ProofObligation(transaction, List.of(), Optional.of(model.terms().no), scope.defined()));
        }
        return goals.goals;
    }

    private BoolTerm isIsolated(IntTerm account, boolean before) {
        var state = before ? scope.previous() : scope;
        return transaction
                .simplifier()
                .simplify(Evaluator.truth(property.when(), state.bind(property.offender(), account)));
    }

    /** Whoever is isolated makes none that succeeds. */
    private void guardedCalls() {
        for (Property.Isolation.Guard guard : property.guards()) {
            Trigger trigger = new Trigger.SuccessfulCall(
                    guard.contract(), guard.function(), List.of(), List.of(), Optional.empty(), property.span());
            for (SymbolicTransaction.Match match : transaction.matches(trigger, model)) {
                BoolTerm free =
                        terms.not(isIsolated(transaction.after().context().sender(), true));
                goals.add(new ProofObligation(transaction, List.of(match.condition()), Optional.of(terms.no), free));
            }
        }
    }

    private void offence() {
        IntTerm offender = model.unknown(property.offender());
        BoolTerm after = isIsolated(offender, false);
        BoolTerm before = isIsolated(offender, true);
        BoolTerm becomes =
                after == before ? terms.no : transaction.simplifier().simplify(terms.and(after, terms.not(before)));
        if (becomes == terms.no) {
            return;
        }
        MarkTerms marks = new MarkTerms(model);
        marks.add(property.marks(), key -> value(key, offender));
        RunComparison comparison = new RunComparison(terms, marks);
        goals.add(new ProofObligation(
                transaction,
                List.of(becomes),
                Optional.of(terms.yes),
                comparison.untouched(transaction),
                List.of(offender)));
        for (Property.Isolation.Guard guard : property.guards()) {
            if (!isExcluded(guard)) {
                nextCall(guard, offender, becomes, comparison);
            }
        }
    }

    private IntTerm value(Expr key, IntTerm offender) {
        return Evaluator.integer(key, scope.bind(property.offender(), offender));
    }

    private boolean isExcluded(Property.Isolation.Guard guard) {
        return model.specification().adversary().excluded().stream().anyMatch(e -> isOf(e, guard));
    }

    private static boolean isOf(Adversary.Exclusion exclusion, Property.Isolation.Guard guard) {
        return exclusion.instance().equals(guard.contract())
                && exclusion.function().equals(guard.function());
    }

    /** The same call of another account at any later time, after the offence and in the state before it. */
    private void nextCall(
            Property.Isolation.Guard guard, IntTerm offender, BoolTerm becomes, RunComparison comparison) {
        FunctionModel function = guard.function();
        requireStatic(guard);
        SymbolicContext now = transaction.after().context();
        IntTerm caller = terms.symbol("next.sender", StepContexts.SENDERS);
        SymbolicContext next = new SymbolicContext(
                terms.symbol("next.timestamp", Interval.unsigned(64)),
                terms.symbol("next.block", Interval.unsigned(64)),
                caller,
                terms.symbol("next.value", StepContexts.VALUES),
                terms.constant(FunctionCalls.selector(function)));
        List<BoolTerm> conditions = new ArrayList<>(List.of(becomes, terms.not(terms.equal(caller, offender))));
        conditions.addAll(clock(now, next));
        conditions.addAll(callers(guard, caller));
        PathFacts facts = transaction.simplifier().facts();
        for (BoolTerm condition : conditions) {
            facts = facts.assume(condition);
        }
        List<IntTerm> arguments = new ArrayList<>();
        List<IntTerm> words = new ArrayList<>();
        List<AbiType> types = StaticHead.types(function.inputs());
        for (int i = 0; i < types.size(); i++) {
            IntTerm argument = terms.symbol(
                    "next." + guard.contract() + "." + function.signature() + ".argument" + i,
                    SpecValues.range(types.get(i)));
            arguments.add(argument);
            words.add(SpecValues.encode(terms, argument, types.get(i)));
        }
        RunComparison.Run after = run(guard, transaction.after(), next, facts, words);
        RunComparison.Run before = run(guard, transaction.before(), next, facts, words);
        List<IntTerm> names = new ArrayList<>(List.of(offender, caller));
        names.addAll(arguments);
        for (BoolTerm claim : comparison.same(after, before, facts)) {
            goals.add(new ProofObligation(transaction, conditions, Optional.of(terms.no), claim, names));
        }
    }

    private RunComparison.Run run(
            Property.Isolation.Guard guard,
            SymbolicState state,
            SymbolicContext context,
            PathFacts facts,
            List<IntTerm> words) {
        List<PathOutcome> outcomes = model.views()
                .outcomes(
                        new SymbolicState(state.world(), context, state.ghosts()),
                        model.emptyTransientWorld(),
                        facts,
                        model.addressOf(guard.contract()),
                        guard.function(),
                        words,
                        model.contracts());
        return new RunComparison.Run(state.world(), outcomes);
    }

    private static void requireStatic(Property.Isolation.Guard guard) {
        FunctionModel function = guard.function();
        boolean isStatic = function.inputs().stream().allMatch(p -> p.type().isStatic())
                && function.outputs().stream().allMatch(p -> p.type().isStatic());
        if (!isStatic) {
            throw new UnsupportedConstructException("two runs of " + guard.contract() + "." + function.signature()
                    + ", which takes or returns a value of unknown length");
        }
    }

    private List<BoolTerm> clock(SymbolicContext now, SymbolicContext next) {
        Adversary adversary = model.specification().adversary();
        List<BoolTerm> facts = new ArrayList<>();
        IntTerm elapsed = terms.subtract(next.timestamp(), now.timestamp());
        facts.add(terms.lessOrEqual(terms.constant(adversary.minimumAdvance().max(BigInteger.ZERO)), elapsed));
        adversary.maximumAdvance().ifPresent(most -> facts.add(terms.lessOrEqual(elapsed, terms.constant(most))));
        adversary.until().ifPresent(end -> facts.add(terms.less(next.timestamp(), terms.constant(end))));
        facts.add(terms.lessOrEqual(now.number(), next.number()));
        return facts;
    }

    /** No contract of the system, and nobody who is trusted with this call. */
    private List<BoolTerm> callers(Property.Isolation.Guard guard, IntTerm caller) {
        List<BoolTerm> facts = new ArrayList<>();
        for (String instance : model.specification().instances().keySet()) {
            facts.add(terms.not(terms.equal(caller, terms.constant(model.addressOf(instance)))));
        }
        for (Adversary.Trust trust : model.specification().adversary().trusted()) {
            boolean isMeant =
                    trust.functions().isEmpty() || trust.functions().stream().anyMatch(e -> isOf(e, guard));
            if (isMeant) {
                facts.add(terms.not(terms.equal(caller, terms.constant(model.addressOf(trust.actor())))));
            }
        }
        return facts;
    }
}
