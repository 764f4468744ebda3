package thymus.solver.smt;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.Evaluation;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;

/**
 * The values of a model, read out of it: they outlive the solver that found them, and terms that the query did not mention
 * are worth something too.
 */
public final class Assignment extends Evaluation implements SmtResult.Satisfiable {
    private final Map<String, BigInteger> symbols;
    private final Map<String, Table> functions;

    /** A function in a model. */
    @FunctionalInterface
    public interface Table {
        /** Empty where the model does not say. */
        Optional<BigInteger> at(List<BigInteger> arguments);
    }

    /**
     * @param symbols the values of constants, by the names that the {@link Encoder} gave them
     * @param functions functions by their names; they hold nothing of the solver
     */
    public Assignment(Map<String, BigInteger> symbols, Map<String, Table> functions) {
        this.symbols = Map.copyOf(symbols);
        this.functions = Map.copyOf(functions);
    }

    @Override
    protected BigInteger symbol(IntTerm.Symbol symbol) {
        return Optional.ofNullable(symbols.get(symbol.name())).orElseGet(() -> any(symbol.range()));
    }

    @Override
    protected BigInteger apply(IntTerm.Apply apply, List<BigInteger> arguments) {
        return Optional.ofNullable(functions.get(apply.function().name()))
                .flatMap(table -> table.at(arguments))
                .orElseGet(() -> any(apply.range()));
    }

    @Override
    protected BigInteger quotient(IntTerm.Quotient quotient, BigInteger dividend, BigInteger divisor) {
        return unknownQuotient(quotient.dividend(), quotient.divisor());
    }

    @Override
    protected BigInteger remainder(IntTerm.Remainder remainder, BigInteger dividend, BigInteger divisor) {
        return dividend.subtract(divisor.multiply(unknownQuotient(remainder.dividend(), remainder.divisor())));
    }

    private BigInteger unknownQuotient(IntTerm dividend, IntTerm divisor) {
        return symbols.getOrDefault(Encoder.quotientName(dividend, divisor), BigInteger.ZERO);
    }

    /** What the query did not ask about may have any value that its kind has. */
    private static BigInteger any(Interval range) {
        return range.contains(BigInteger.ZERO)
                ? BigInteger.ZERO
                : range.low().or(range::high).orElse(BigInteger.ZERO);
    }
}
