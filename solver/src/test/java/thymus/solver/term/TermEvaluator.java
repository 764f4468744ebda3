package thymus.solver.term;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The value of a term under an assignment of its symbols: the meaning that every simplification has to keep. Also holds
 * every term to its own range, for a range that a value escapes decides branches wrongly.
 */
public final class TermEvaluator extends Evaluation {
    private final Function<String, Optional<BigInteger>> symbols;
    private final UnknownFunctions functions;

    /** @param symbols by name; one without a value gets an arbitrary one within its range */
    public TermEvaluator(Function<String, Optional<BigInteger>> symbols, UnknownFunctions functions) {
        this.symbols = symbols;
        this.functions = functions;
    }

    public TermEvaluator(Map<String, BigInteger> symbols) {
        this(name -> Optional.ofNullable(symbols.get(name)), UnknownFunctions.ARBITRARY);
    }

    @Override
    protected BigInteger compute(IntTerm term) {
        BigInteger value = super.compute(term);
        if (!term.range().contains(value)) {
            throw new AssertionError("the value " + value + " is outside the term's range: " + term);
        }
        return value;
    }

    @Override
    protected BigInteger symbol(IntTerm.Symbol symbol) {
        return symbols.apply(symbol.name())
                .orElseGet(() -> UnknownFunctions.ARBITRARY.value(symbol.name(), List.of(), symbol.range()));
    }

    @Override
    protected BigInteger apply(IntTerm.Apply apply, List<BigInteger> arguments) {
        return functions.value(apply.function().name(), arguments, apply.range());
    }

    @Override
    protected BigInteger quotient(IntTerm.Quotient quotient, BigInteger dividend, BigInteger divisor) {
        return divisor.signum() == 0 ? within(quotient.range()) : Terms.floorDivide(dividend, divisor);
    }

    @Override
    protected BigInteger remainder(IntTerm.Remainder remainder, BigInteger dividend, BigInteger divisor) {
        return divisor.signum() == 0
                ? within(remainder.range())
                : dividend.subtract(divisor.multiply(Terms.floorDivide(dividend, divisor)));
    }

    /** Division by zero is unconstrained. */
    private static BigInteger within(Interval range) {
        return range.low().or(range::high).orElse(BigInteger.ZERO);
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
