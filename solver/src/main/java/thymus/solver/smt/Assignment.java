package thymus.solver.smt;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.Evaluation;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;

/**
 * The values of a model, copied out of the solver so that they outlive it. Terms that the query did not mention have a
 * value too.
 */
public final class Assignment extends Evaluation implements SmtResult.Satisfiable {
    private final Map<String, BigInteger> symbols;
    private final Map<String, Table> functions;

    /** A function in a model. */
    @FunctionalInterface
    public interface Table {
        /** The value at the arguments; empty if the model does not define it. */
        Optional<BigInteger> at(List<BigInteger> arguments);
    }

    /**
     * @param symbols the values of constants, by the names that the {@link Encoder} gave them
     * @param functions functions by their names, without references to the solver
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

    /** An unknown outside the query may have any value in its range. */
    private static BigInteger any(Interval range) {
        return range.contains(BigInteger.ZERO)
                ? BigInteger.ZERO
                : range.low().or(range::high).orElse(BigInteger.ZERO);
    }
}
