package thymus.solver.term;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The value of a term under an assignment of its symbols: the meaning that every simplification has to keep. Also holds
 * every term to its own range, for a range that a value escapes decides branches wrongly.
 */
public final class TermEvaluator {
    private final Function<String, Optional<BigInteger>> symbols;
    private final UnknownFunctions functions;
    private final Map<Integer, BigInteger> integers = new HashMap<>();
    private final Map<Integer, Boolean> truths = new HashMap<>();

    /** @param symbols by name; one without a value gets an arbitrary one within its range */
    public TermEvaluator(Function<String, Optional<BigInteger>> symbols, UnknownFunctions functions) {
        this.symbols = symbols;
        this.functions = functions;
    }

    public TermEvaluator(Map<String, BigInteger> symbols) {
        this(name -> Optional.ofNullable(symbols.get(name)), UnknownFunctions.ARBITRARY);
    }

    public BigInteger value(IntTerm term) {
        BigInteger known = integers.get(term.id());
        if (known == null) {
            known = compute(term);
            integers.put(term.id(), known);
        }
        return known;
    }

    private BigInteger compute(IntTerm term) {
        BigInteger value =
                switch (term) {
                    case IntTerm.Constant c -> c.value();
                    case IntTerm.Symbol s -> symbols.apply(s.name())
                            .orElseGet(() -> UnknownFunctions.ARBITRARY.value(s.name(), List.of(), s.range()));
                    case IntTerm.Apply a -> functions.value(
                            a.function(), a.arguments().stream().map(this::value).toList(), a.range());
                    case IntTerm.Sum s -> s.parts().stream()
                            .map(p -> p.coefficient().multiply(value(p.term())))
                            .reduce(s.constant(), BigInteger::add);
                    case IntTerm.Product p -> p.factors().stream()
                            .map(this::value)
                            .reduce(BigInteger.ONE, BigInteger::multiply);
                    case IntTerm.Quotient q -> value(q.divisor()).signum() == 0
                            ? within(q.range())
                            : Terms.floorDivide(value(q.dividend()), value(q.divisor()));
                    case IntTerm.Remainder r -> value(r.divisor()).signum() == 0
                            ? within(r.range())
                            : value(r.dividend())
                                    .subtract(value(r.divisor())
                                            .multiply(Terms.floorDivide(value(r.dividend()), value(r.divisor()))));
                    case IntTerm.Choice c -> value(truth(c.condition()) ? c.then() : c.otherwise());
                };
        if (!term.range().contains(value)) {
            throw new AssertionError("the value " + value + " is outside the term's range: " + term);
        }
        return value;
    }

    /** Division by zero is unconstrained. */
    private static BigInteger within(Interval range) {
        return range.low().or(range::high).orElse(BigInteger.ZERO);
    }

    public boolean truth(BoolTerm term) {
        Boolean known = truths.get(term.id());
        if (known == null) {
            known =
                    switch (term) {
                        case BoolTerm.Truth t -> t.value();
                        case BoolTerm.NotPositive n -> value(n.term()).signum() <= 0;
                        case BoolTerm.Zero z -> value(z.term()).signum() == 0;
                        case BoolTerm.Not n -> !truth(n.operand());
                        case BoolTerm.And a -> a.operands().stream().allMatch(this::truth);
                        case BoolTerm.Or o -> o.operands().stream().anyMatch(this::truth);
                    };
            truths.put(term.id(), known);
        }
        return known;
    }

    /** Whether any unknown function stands inside. */
    public static boolean isKnown(IntTerm term) {
        return !(term instanceof IntTerm.Apply)
                && Mentions.children(term).stream().allMatch(TermEvaluator::isKnown)
                && (!(term instanceof IntTerm.Choice c) || isKnown(c.condition()));
    }

    private static boolean isKnown(BoolTerm term) {
        return switch (term) {
            case BoolTerm.Truth t -> true;
            case BoolTerm.NotPositive n -> isKnown(n.term());
            case BoolTerm.Zero z -> isKnown(z.term());
            case BoolTerm.Not n -> isKnown(n.operand());
            case BoolTerm.And a -> all(a.operands());
            case BoolTerm.Or o -> all(o.operands());
        };
    }

    private static boolean all(List<BoolTerm> terms) {
        return terms.stream().allMatch(TermEvaluator::isKnown);
    }
}
