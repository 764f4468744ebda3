package thymus.solver.term;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The value of a term under an assignment of its symbols: the meaning that every simplification has to keep. Also holds
 * every term to its own range, for a range that a value escapes decides branches wrongly.
 */
public final class TermEvaluator extends Evaluation {
    private final Function<String, Optional<BigInteger>> symbols;
    private final UnknownFunctions functions;
    /** Terms and conditions whose value rests on a division that has no meaning. */
    private final Set<Integer> unconstrained = new HashSet<>();

    private boolean seesUnconstrained;

    /** @param symbols by name; one without a value gets an arbitrary one within its range */
    public TermEvaluator(Function<String, Optional<BigInteger>> symbols, UnknownFunctions functions) {
        this.symbols = symbols;
        this.functions = functions;
    }

    public TermEvaluator(Map<String, BigInteger> symbols) {
        this(name -> Optional.ofNullable(symbols.get(name)), UnknownFunctions.ARBITRARY);
    }

    /** Whether the value rests on a division by what is not positive: the value then says nothing. */
    public boolean isUnconstrained(IntTerm term) {
        value(term);
        return unconstrained.contains(term.id());
    }

    /** As {@link #isUnconstrained(IntTerm)}. */
    public boolean isUnconstrained(BoolTerm term) {
        truth(term);
        return unconstrained.contains(term.id());
    }

    @Override
    public BigInteger value(IntTerm term) {
        return noting(term.id(), () -> super.value(term));
    }

    @Override
    public boolean truth(BoolTerm term) {
        return noting(term.id(), () -> super.truth(term));
    }

    private <T> T noting(int id, Supplier<T> value) {
        boolean outside = seesUnconstrained;
        seesUnconstrained = unconstrained.contains(id);
        T result = value.get();
        if (seesUnconstrained) {
            unconstrained.add(id);
        }
        seesUnconstrained |= outside;
        return result;
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
        return anyWithin(quotient.range());
    }

    @Override
    protected BigInteger remainder(IntTerm.Remainder remainder, BigInteger dividend, BigInteger divisor) {
        return anyWithin(remainder.range());
    }

    private BigInteger anyWithin(Interval range) {
        seesUnconstrained = true;
        return range.low().or(range::high).orElse(BigInteger.ZERO);
    }

    /** Whether any unknown function stands inside. */
    public static boolean isKnown(IntTerm term) {
        return !(term instanceof IntTerm.Apply)
                && Subterms.children(term).stream().allMatch(TermEvaluator::isKnown)
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
