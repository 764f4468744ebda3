package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import thymus.contracts.abi.Selector;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.BlockSymbols;
import thymus.solver.symbolic.CallData;
import thymus.solver.symbolic.KnownCode;
import thymus.solver.symbolic.LoopHeads;
import thymus.solver.symbolic.Machine;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.WordArithmetic;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;

/** Runs a function on a symbolic state without changing it, and joins its paths into one answer. */
final class ViewReader {
    /** The maximum number of words in an answer of unknown length. */
    private static final int MOST_WORDS = 16;

    private final SystemModel model;
    private final Predicate<List<BoolTerm>> possible;
    private final Map<PathFacts, Map<SymbolicWorld, Map<List<Object>, Answer>>> cache = new IdentityHashMap<>();

    ViewReader(SystemModel model, Predicate<List<BoolTerm>> possible) {
        this.model = model;
        this.possible = possible;
    }

    /** @param words the words of the successful paths, as choices by their conditions */
    record Answer(BoolTerm succeeds, List<IntTerm> words, Terms terms) {
        IntTerm word(int index) {
            if (index >= words.size()) {
                throw new UnsupportedConstructException(
                        "word " + index + " of an answer of " + words.size() + " words");
            }
            return words.get(index);
        }
    }

    /** @param arguments the specification's numbers, one for each word of the static head */
    Answer call(
            SymbolicState state,
            PathFacts facts,
            BigInteger target,
            IntTerm caller,
            FunctionModel function,
            List<IntTerm> arguments) {
        SymbolicContext.Clock clock = state.context().on(model.chainOf(target));
        List<Object> key = new ArrayList<>(List.of(
                target,
                caller.id(),
                function.signature(),
                state.transients().map(System::identityHashCode).orElse(0),
                clock.timestamp().id(),
                clock.number().id()));
        arguments.forEach(argument -> key.add(argument.id()));
        return cache.computeIfAbsent(facts, f -> new IdentityHashMap<>())
                .computeIfAbsent(state.world(), w -> new HashMap<>())
                .computeIfAbsent(key, k -> run(state, facts, target, caller, function, arguments));
    }

    private Answer run(
            SymbolicState state,
            PathFacts facts,
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
        SymbolicContext.Clock clock = state.context().on(model.chainOf(target));
        BlockSymbols block = new BlockSymbols(clock.timestamp(), clock.number(), caller, model.chainId(target));
        Machine machine = Machine.asking(terms, model.codesFor(target), block, possible);
        List<PathOutcome> outcomes = machine.run(new Machine.Start(
                state.world(),
                state.transients().orElseGet(model::emptyTransientWorld),
                facts,
                target,
                caller,
                terms.zero,
                CallData.of(Selector.of(function).bytes(), words, terms),
                function.mutability() != thymus.spec.contract.Mutability.NONPAYABLE
                        && function.mutability() != thymus.spec.contract.Mutability.PAYABLE));
        return join(outcomes, terms);
    }

    /**
     * The paths of a call that may change the state, which is left as it is.
     *
     * @param transientWorld what the call finds in transient storage
     * @param words the arguments as the call data have them
     * @param codes the code of the contracts
     * @throws UnsupportedConstructException if a path is not followed to its end, or its gas may not suffice
     */
    List<PathOutcome> outcomes(
            SymbolicState state,
            SymbolicWorld transientWorld,
            PathFacts facts,
            BigInteger target,
            FunctionModel function,
            List<IntTerm> words,
            KnownCode codes) {
        Terms terms = model.terms();
        SymbolicContext context = state.context();
        IntTerm origin = terms.symbol("compared.origin", Interval.unsigned(160));
        BlockSymbols block = new BlockSymbols(context.timestamp(), context.number(), origin, model.chainId(target));
        Machine machine = new Machine(terms, codes, block, true, new LoopHeads(), possible);
        List<PathOutcome> outcomes = machine.run(new Machine.Start(
                state.world(),
                transientWorld,
                facts,
                target,
                context.sender(),
                context.value(),
                CallData.of(Selector.of(function).bytes(), words, terms),
                false));
        if (outcomes.stream().anyMatch(o -> o.gas() != PathOutcome.Gas.ENOUGH)) {
            throw new UnsupportedConstructException(
                    "two runs of " + model.contracts().nameOf(target) + "." + function.signature()
                            + ", for which no bound of its gas was found");
        }
        return outcomes;
    }

    private static Answer join(List<PathOutcome> outcomes, Terms terms) {
        List<PathOutcome> good =
                outcomes.stream().filter(ViewReader::maySucceed).toList();
        List<BoolTerm> conditions = good.stream().map(o -> condition(o, terms)).toList();
        BoolTerm succeeds =
                good.size() == outcomes.size() && good.stream().allMatch(o -> o.gas() == PathOutcome.Gas.ENOUGH)
                        ? terms.yes
                        : terms.or(conditions);
        int size = good.stream()
                .filter(PathOutcome::ok)
                .mapToInt(o -> o.output().size())
                .min()
                .orElse(MOST_WORDS);
        List<IntTerm> words = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            IntTerm joined = terms.zero;
            for (int k = good.size() - 1; k >= 0; k--) {
                IntTerm word = word(good.get(k), i, terms);
                joined = k == good.size() - 1 ? word : terms.choose(conditions.get(k), word, joined);
            }
            words.add(joined);
        }
        return new Answer(succeeds, words, terms);
    }

    private static boolean maySucceed(PathOutcome outcome) {
        return outcome.ok() || outcome.gas() == PathOutcome.Gas.PERHAPS_ELSEWHERE;
    }

    /** The result is unknown if a call on the path may run out of gas, because its caller may then do anything. */
    private static IntTerm word(PathOutcome outcome, int index, Terms terms) {
        return outcome.gas() == PathOutcome.Gas.PERHAPS_ELSEWHERE
                ? terms.fresh("after a call without gas", WordArithmetic.WORD)
                : outcome.output().get(index);
    }

    /** The path condition of a success. If the gas may not suffice, an unknown decides. */
    private static BoolTerm condition(PathOutcome outcome, Terms terms) {
        BoolTerm conditions = terms.and(outcome.conditions());
        return outcome.gas() == PathOutcome.Gas.ENOUGH
                ? conditions
                : terms.and(conditions, terms.zero(terms.fresh("gas is short", Interval.BIT)));
    }
}
