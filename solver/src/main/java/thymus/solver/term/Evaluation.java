package thymus.solver.term;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates terms under values for all unknowns. Terms share their parts, so each is evaluated once. */
public abstract class Evaluation {
    private final Map<Integer, BigInteger> integers = new HashMap<>();
    private final Map<Integer, Boolean> truths = new HashMap<>();

    protected abstract BigInteger symbol(IntTerm.Symbol symbol);

    protected abstract BigInteger apply(IntTerm.Apply apply, List<BigInteger> arguments);

    /** The value of a quotient whose divisor is not positive, which integer division leaves undefined. */
    protected abstract BigInteger quotient(IntTerm.Quotient quotient, BigInteger dividend, BigInteger divisor);

    /** The value of a remainder whose divisor is not positive. See {@link #quotient}. */
    protected abstract BigInteger remainder(IntTerm.Remainder remainder, BigInteger dividend, BigInteger divisor);

    /** The value of an integer term. */
    public BigInteger value(IntTerm term) {
        BigInteger known = integers.get(term.id());
        if (known == null) {
            known = compute(term);
            integers.put(term.id(), known);
        }
        return known;
    }

    protected BigInteger compute(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> c.value();
            case IntTerm.Symbol s -> symbol(s);
            case IntTerm.Apply a ->
                apply(a, a.arguments().stream().map(this::value).toList());
            case IntTerm.Sum s ->
                s.parts().stream()
                        .map(part -> part.coefficient().multiply(value(part.term())))
                        .reduce(s.constant(), BigInteger::add);
            case IntTerm.Product p ->
                p.factors().stream().map(this::value).reduce(BigInteger.ONE, BigInteger::multiply);
            case IntTerm.Quotient q -> {
                BigInteger dividend = value(q.dividend());
                BigInteger divisor = value(q.divisor());
                yield divisor.signum() > 0 ? Terms.floorDivide(dividend, divisor) : quotient(q, dividend, divisor);
            }
            case IntTerm.Remainder r -> {
                BigInteger dividend = value(r.dividend());
                BigInteger divisor = value(r.divisor());
                yield divisor.signum() > 0 ? dividend.mod(divisor) : remainder(r, dividend, divisor);
            }
            case IntTerm.Choice c -> value(truth(c.condition()) ? c.then() : c.otherwise());
        };
    }

    /** The value of a boolean term. */
    public boolean truth(BoolTerm term) {
        Boolean known = truths.get(term.id());
        if (known == null) {
            known = switch (term) {
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
}
