package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import thymus.harness.abi.Selector;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.Outcome;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Facts;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;

/** Runs a function on a symbolic state without changing it, and joins its paths into one answer. */
final class ViewReader {
    private final SystemModel model;
    private final Predicate<List<BoolTerm>> possible;
    private final Map<Facts, Map<SymbolicWorld, Map<List<Object>, Answer>>> cache = new IdentityHashMap<>();

    ViewReader(SystemModel model, Predicate<List<BoolTerm>> possible) {
        this.model = model;
        this.possible = possible;
    }

    /** @param words those of the paths that succeed, chosen by their conditions */
    record Answer(BoolTerm succeeds, List<IntTerm> words, Terms terms) {
        IntTerm word(int index) {
            if (index >= words.size()) {
                throw new UnsupportedConstructException("word " + index + " of an answer of " + words.size() + " words");
            }
            return words.get(index);
        }
    }

    /** @param arguments the numbers that the specification sees, one for each word of the static head */
    Answer call(
            SymbolicState state,
            Facts facts,
            BigInteger target,
            IntTerm caller,
            FunctionModel function,
            List<IntTerm> arguments) {
        List<Object> key = new ArrayList<>(List.of(
                target,
                caller.id(),
                function.signature(),
                state.context().timestamp().id(),
                state.context().number().id()));
        arguments.forEach(argument -> key.add(argument.id()));
        return cache.computeIfAbsent(facts, f -> new IdentityHashMap<>())
                .computeIfAbsent(state.world(), w -> new HashMap<>())
                .computeIfAbsent(key, k -> run(state, facts, target, caller, function, arguments));
    }

    private Answer run(
            SymbolicState state,
            Facts facts,
            BigInteger target,
            IntTerm caller,
            FunctionModel function,
            List<IntTerm> arguments) {
        Terms terms = model.terms();
        for (Parameter input : function.inputs()) {
            if (!input.type().isStatic()) {
                throw new UnsupportedConstructException(
                        "the call " + function.signature() + ", which takes an argument of unknown length");
            }
        }
        List<IntTerm> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            words.add(SpecValues.encode(terms, arguments.get(i), SpecValues.wordType(function.inputs(), i)));
        }
        BlockSymbols block = new BlockSymbols(
                state.context().timestamp(), state.context().number(), caller, model.chainId());
        Machine machine = new Machine(terms, model.contracts(), block, true, possible);
        List<Outcome> outcomes = machine.run(new Machine.Start(
                state.world(),
                model.emptyTransientWorld(),
                facts,
                target,
                caller,
                terms.zero,
                CallData.of(Selector.of(function).bytes(), words, terms),
                function.mutability() != thymus.spec.contract.Mutability.NONPAYABLE
                        && function.mutability() != thymus.spec.contract.Mutability.PAYABLE));
        return join(outcomes, terms);
    }

    private static Answer join(List<Outcome> outcomes, Terms terms) {
        List<Outcome> good = outcomes.stream().filter(Outcome::ok).toList();
        List<BoolTerm> conditions = good.stream().map(o -> condition(o, terms)).toList();
        BoolTerm succeeds = good.size() == outcomes.size() && good.stream().allMatch(Outcome::fitsGas)
                ? terms.yes
                : terms.or(conditions);
        List<IntTerm> words = new ArrayList<>();
        if (!good.isEmpty()) {
            int size = good.stream().mapToInt(o -> o.wholeWords().size()).min().orElse(0);
            for (int i = 0; i < size; i++) {
                IntTerm joined = good.getLast().output().get(i);
                for (int k = good.size() - 2; k >= 0; k--) {
                    joined = terms.choose(conditions.get(k), good.get(k).output().get(i), joined);
                }
                words.add(joined);
            }
        } else {
            words.addAll(java.util.Collections.nCopies(16, terms.zero));
        }
        return new Answer(succeeds, words, terms);
    }

    /** What leads to the end of the path. Where its gas may not be enough, nobody says whether it is. */
    private static BoolTerm condition(Outcome outcome, Terms terms) {
        BoolTerm conditions = terms.and(outcome.conditions());
        return outcome.fitsGas()
                ? conditions
                : terms.and(conditions, terms.zero(terms.fresh("gas is short", Interval.BIT)));
    }
}
