package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.Selector;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.CallBegin;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.Departure;
import thymus.solver.symbolic.EnteredCall;
import thymus.solver.symbolic.Moment;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
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

    InsideMatches(SymbolicTransaction transaction, SystemModel model) {
        this.transaction = transaction;
        this.model = model;
        this.terms = model.terms();
    }

    /** @param isEntry whether the transaction is an entry within another one */
    List<SymbolicTransaction.Match> departures(Trigger.Departure trigger, boolean isEntry) {
        List<SymbolicTransaction.Match> matches = new ArrayList<>();
        for (Departure departure : inside().departures()) {
            List<BoolTerm> any = new ArrayList<>();
            for (FunctionModel function : trigger.functions()) {
                departure.running().forEach(call -> any.add(calls(call, function)));
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
            BoolTerm condition = simplified(
                    terms.and(isOf(call.account(), trigger.contract()), calls(call.function(), trigger.function())));
            if (condition != terms.no && !call.isStatic() && call.end().isPresent()) {
                matches.add(inner(trigger, call, call.end().get(), condition));
            }
        }
        if (!inside().isCut() && transaction.target().equals(Optional.of(trigger.contract()))) {
            BoolTerm condition = transaction.calls(trigger.function(), terms);
            if (condition != terms.no) {
                matches.add(outermost(trigger, condition, isEntry));
            }
        }
        return matches;
    }

    private SymbolicTransaction.Match inner(
            Trigger.InnerCall trigger, EnteredCall call, EnteredCall.End end, BoolTerm condition) {
        Map<Variable, IntTerm> bound = new LinkedHashMap<>();
        for (Trigger.Binding binding : trigger.bindings()) {
            AbiType type = SpecValues.wordType(trigger.function().inputs(), binding.word());
            IntTerm word = call.input().word(Selector.SIZE + AbiWord.SIZE * binding.word(), transaction.simplifier());
            bound.put(
                    binding.variable(),
                    transaction
                            .simplifier()
                            .simplify(SpecValues.truncate(
                                    terms,
                                    transaction.simplifier().simplify(word),
                                    type,
                                    transaction.simplifier().facts()::range)));
        }
        bindResults(trigger, word -> returned(end.output(), word), bound);
        SymbolicContext context = transaction
                .after()
                .context()
                .calling(call.caller(), call.value(), terms.constant(selector(trigger.function())));
        return new SymbolicTransaction.Match(
                condition,
                bound,
                place(),
                Optional.of(new SymbolicTransaction.MatchedMoment(
                        Optional.of(state(call.before(), context)), state(end.after(), context))));
    }

    private SymbolicTransaction.Match outermost(Trigger.InnerCall trigger, BoolTerm condition, boolean isEntry) {
        Map<Variable, IntTerm> bound = transaction.arguments(trigger.function(), trigger.bindings(), terms);
        List<IntTerm> output = transaction.output();
        bindResults(trigger, word -> word < output.size() ? Optional.of(output.get(word)) : Optional.empty(), bound);
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

    private void bindResults(
            Trigger.InnerCall trigger, IntFunction<Optional<IntTerm>> output, Map<Variable, IntTerm> bound) {
        for (Trigger.Binding binding : trigger.results()) {
            AbiType type = SpecValues.wordType(trigger.function().outputs(), binding.word());
            IntTerm word = output.apply(binding.word())
                    .filter(found -> simplified(SpecValues.isEncoded(terms, found, type)) == terms.yes)
                    .orElseThrow(() -> new UnsupportedConstructException(trigger.span() + ": a result of "
                            + trigger.function().signature() + " that may be missing or malformed"));
            bound.put(binding.variable(), transaction.simplifier().simplify(SpecValues.decode(terms, word, type)));
        }
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

    private BoolTerm calls(CallBegin call, FunctionModel function) {
        return terms.and(
                terms.equal(call.begin(), terms.constant(selector(function).shiftLeft(256 - 32))),
                terms.lessOrEqual(terms.constant(Selector.SIZE), call.size()));
    }

    private static BigInteger selector(FunctionModel function) {
        return BigInteger.valueOf(Selector.of(function).value() & 0xffffffffL);
    }

    private BoolTerm simplified(BoolTerm condition) {
        return transaction.simplifier().simplify(condition);
    }
}
