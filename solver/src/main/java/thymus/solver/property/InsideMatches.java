package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.Departure;
import thymus.solver.symbolic.EnteredCall;
import thymus.solver.symbolic.Moment;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/**
 * The matches of triggers at moments within a transaction. A transaction may also stand for an entry of code that
 * nobody knows within another one: what the step was that it is a part of, and how it began, is then not known.
 */
final class InsideMatches {
    private final SymbolicTransaction transaction;
    private final SystemModel model;
    private final Terms terms;
    private final FunctionCalls calls;

    InsideMatches(SymbolicTransaction transaction, SystemModel model) {
        this.transaction = transaction;
        this.model = model;
        this.terms = model.terms();
        this.calls = new FunctionCalls(terms, transaction.simplifier());
    }

    /** @param isEntry whether the transaction is an entry within another one */
    List<SymbolicTransaction.Match> departures(Trigger.Departure trigger, boolean isEntry) {
        List<SymbolicTransaction.Match> matches = new ArrayList<>();
        for (Departure departure : inside().departures()) {
            List<BoolTerm> any = new ArrayList<>();
            for (FunctionModel function : trigger.functions()) {
                departure.running().forEach(call -> any.add(calls.are(call, function)));
            }
            BoolTerm condition = simplified(terms.and(isOf(departure.account(), trigger.contract()), terms.or(any)));
            if (condition != terms.no) {
                SymbolicContext step = transaction.after().context();
                SymbolicContext context = isEntry ? ofAnyStep(step) : step;
                matches.add(new SymbolicTransaction.Match(
                        condition,
                        Map.of(),
                        place(),
                        Optional.of(new SymbolicTransaction.MatchedMoment(
                                isEntry ? Optional.empty() : Optional.of(transaction.before()),
                                state(departure.found(), context)))));
            }
        }
        return matches;
    }

    /** The words of the step that an entry is a part of: any, at the same time. */
    private SymbolicContext ofAnyStep(SymbolicContext entry) {
        return entry.calling(
                terms.fresh("sender of the step", Interval.unsigned(160)),
                terms.fresh("value of the step", Interval.unsigned(128)),
                terms.fresh("selector of the step", Interval.unsigned(32)));
    }

    /** @param isEntry as above */
    List<SymbolicTransaction.Match> calls(Trigger.InnerCall trigger, boolean isEntry) {
        List<SymbolicTransaction.Match> matches = new ArrayList<>();
        for (EnteredCall call : inside().entered()) {
            BoolTerm condition = simplified(terms.and(
                    isOf(call.account(), trigger.contract()), calls.are(call.function(), trigger.function())));
            if (condition != terms.no && !call.isStatic() && call.end().isPresent()) {
                matches.add(inner(trigger, call, call.end().get(), condition));
            }
        }
        if (!inside().isCut() && transaction.target().equals(Optional.of(trigger.contract()))) {
            BoolTerm condition = calls.are(transaction.call(), trigger.function());
            if (condition != terms.no) {
                matches.add(outermost(trigger, condition, isEntry));
            }
        }
        return matches;
    }

    private SymbolicTransaction.Match inner(
            Trigger.InnerCall trigger, EnteredCall call, EnteredCall.End end, BoolTerm condition) {
        FunctionModel function = trigger.function();
        Map<Variable, IntTerm> bound = calls.arguments(
                function,
                trigger.bindings(),
                word -> call.input().word(Selector.SIZE + AbiWord.SIZE * word, transaction.simplifier()));
        bound.putAll(calls.results(function, trigger.results(), word -> returned(end.output(), word), trigger.span()));
        SymbolicContext context = transaction
                .after()
                .context()
                .calling(call.caller(), call.value(), terms.constant(FunctionCalls.selector(function)));
        return new SymbolicTransaction.Match(
                condition,
                bound,
                place(),
                Optional.of(new SymbolicTransaction.MatchedMoment(
                        Optional.of(state(call.before(), context)), state(end.after(), context))));
    }

    private SymbolicTransaction.Match outermost(Trigger.InnerCall trigger, BoolTerm condition, boolean isEntry) {
        FunctionModel function = trigger.function();
        Map<Variable, IntTerm> bound =
                calls.arguments(function, trigger.bindings(), transaction.call().argument());
        bound.putAll(calls.results(function, trigger.results(), transaction::returned, trigger.span()));
        SymbolicState before = transaction.before();
        SymbolicState after = transaction.after();
        SymbolicTransaction.MatchedMoment moment = isEntry
                ? new SymbolicTransaction.MatchedMoment(
                        Optional.of(with(before, inside().transientsBefore())), with(after, inside().transientsAfter()))
                : new SymbolicTransaction.MatchedMoment(Optional.of(before), after);
        return new SymbolicTransaction.Match(condition, bound, place(), Optional.of(moment));
    }

    private static SymbolicState with(SymbolicState state, SymbolicWorld transients) {
        return new SymbolicState(state.world(), state.context(), state.ghosts(), Optional.of(transients));
    }

    /** A word that is certainly returned whole. */
    private Optional<IntTerm> returned(CallData output, int word) {
        int end = AbiWord.SIZE * (word + 1);
        boolean isWhole = transaction
                .simplifier()
                .facts()
                .range(transaction.simplifier().simplify(output.size()))
                .low()
                .filter(size -> size.compareTo(BigInteger.valueOf(end)) >= 0)
                .isPresent();
        return isWhole
                ? Optional.of(
                        transaction.simplifier().simplify(output.word(AbiWord.SIZE * word, transaction.simplifier())))
                : Optional.empty();
    }

    private SymbolicState state(Moment moment, SymbolicContext context) {
        return new SymbolicState(
                moment.world(), context, transaction.before().ghosts(), Optional.of(moment.transients()));
    }

    private Inside inside() {
        return transaction.inside().orElseThrow();
    }

    private int place() {
        return transaction.logs().size();
    }

    private BoolTerm isOf(IntTerm account, String contract) {
        return terms.equal(account, terms.constant(model.addressOf(contract)));
    }

    private BoolTerm simplified(BoolTerm condition) {
        return transaction.simplifier().simplify(condition);
    }
}
