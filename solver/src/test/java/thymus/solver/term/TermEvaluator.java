package thymus.solver.term;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The value of a term where the symbols have given ones: what every simplification has to keep. */
public final class TermEvaluator {
    private final Map<String, BigInteger> symbols;

    public TermEvaluator(Map<String, BigInteger> symbols) {
        this.symbols = symbols;
    }

    public BigInteger value(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> c.value();
            case IntTerm.Symbol s -> symbols.get(s.name());
            case IntTerm.Apply a -> throw new IllegalArgumentException("an unknown function: " + a.function());
            case IntTerm.Sum s -> {
                BigInteger total = s.constant();
                for (IntTerm.Sum.Part part : s.parts()) {
                    total = total.add(part.coefficient().multiply(value(part.term())));
                }
                yield total;
            }
            case IntTerm.Product p -> p.factors().stream().map(this::value).reduce(BigInteger.ONE, BigInteger::multiply);
            case IntTerm.Quotient q -> Terms.floorDivide(value(q.dividend()), value(q.divisor()));
            case IntTerm.Remainder r -> value(r.dividend()).mod(value(r.divisor()));
            case IntTerm.Choice c -> truth(c.condition()) ? value(c.then()) : value(c.otherwise());
        };
    }

    public boolean truth(BoolTerm term) {
        return switch (term) {
            case BoolTerm.Truth t -> t.value();
            case BoolTerm.NotPositive n -> value(n.term()).signum() <= 0;
            case BoolTerm.Zero z -> value(z.term()).signum() == 0;
            case BoolTerm.Not n -> !truth(n.operand());
            case BoolTerm.And a -> a.operands().stream().allMatch(this::truth);
            case BoolTerm.Or o -> o.operands().stream().anyMatch(this::truth);
        };
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
