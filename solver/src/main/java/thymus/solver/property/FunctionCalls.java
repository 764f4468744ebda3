package thymus.solver.property;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import thymus.contracts.abi.Selector;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.symbolic.CallBegin;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** What makes a call one of a function, and the words of such a call that a trigger names. */
final class FunctionCalls {
    private final Terms terms;
    private final Simplifier simplifier;

    FunctionCalls(Terms terms, Simplifier simplifier) {
        this.terms = terms;
        this.simplifier = simplifier;
    }

    static BigInteger selector(FunctionModel function) {
        return BigInteger.valueOf(Selector.of(function).value() & 0xffffffffL);
    }

    /**
     * Whether a step calls the function. Less than four bytes call no function by name, whatever code makes of them.
     */
    BoolTerm are(SymbolicTransaction.CallSymbols call, FunctionModel function) {
        return simplifier.simplify(
                terms.and(terms.equal(call.selector(), terms.constant(selector(function))), isNamed(call.size())));
    }

    /** The same of a call within a step. */
    BoolTerm are(CallBegin call, FunctionModel function) {
        return terms.and(
                terms.equal(call.begin(), terms.constant(selector(function).shiftLeft(256 - 8 * Selector.SIZE))),
                isNamed(call.size()));
    }

    private BoolTerm isNamed(IntTerm size) {
        return terms.lessOrEqual(terms.constant(Selector.SIZE), size);
    }

    /** @param words the arguments by their places in the head */
    Map<Variable, IntTerm> arguments(
            FunctionModel function, List<Trigger.Binding> bindings, IntFunction<IntTerm> words) {
        Map<Variable, IntTerm> bound = new LinkedHashMap<>();
        for (Trigger.Binding binding : bindings) {
            AbiType type = SpecValues.wordType(function.inputs(), binding.word());
            IntTerm word = simplifier.simplify(words.apply(binding.word()));
            bound.put(
                    binding.variable(),
                    simplifier.simplify(SpecValues.truncate(terms, word, type, simplifier.facts()::range)));
        }
        return bound;
    }

    /**
     * A result that is missing or invalid has no value. Such calls are not supported.
     *
     * @param words the results by their places in the head; empty where one is not certainly returned whole
     */
    Map<Variable, IntTerm> results(
            FunctionModel function,
            List<Trigger.Binding> bindings,
            IntFunction<Optional<IntTerm>> words,
            Span trigger) {
        Map<Variable, IntTerm> bound = new LinkedHashMap<>();
        for (Trigger.Binding binding : bindings) {
            AbiType type = SpecValues.wordType(function.outputs(), binding.word());
            IntTerm word = words.apply(binding.word())
                    .filter(found -> simplifier.simplify(SpecValues.isEncoded(terms, found, type)) == terms.yes)
                    .map(simplifier::simplify)
                    .orElseThrow(() -> new UnsupportedConstructException(
                            trigger + ": a result of " + function.signature() + " that may be missing or malformed"));
            bound.put(binding.variable(), simplifier.simplify(SpecValues.decode(terms, word, type)));
        }
        return bound;
    }
}
