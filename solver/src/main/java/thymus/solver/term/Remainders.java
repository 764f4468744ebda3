package thymus.solver.term;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Builds remainders of floor division. A term that cannot wrap has none; a term that wraps at most once is a choice.
 */
final class Remainders {
    private final Terms terms;
    private final Interner interner;
    private final Linear linear;

    Remainders(Terms terms, Interner interner, Linear linear) {
        this.terms = terms;
        this.interner = interner;
        this.linear = linear;
    }

    /** The remainder of floor division by a positive divisor. It is unconstrained for any other divisor. */
    IntTerm modulo(IntTerm a, IntTerm b, Ranges ranges) {
        Interval rangeOfA = ranges.of(a);
        Optional<BigInteger> divisor = Terms.constantOf(b);
        if (divisor.isPresent()) {
            return divisor.get().signum() > 0
                    ? moduloBy(a, divisor.get(), ranges)
                    : interner.intern(
                            Interner.key("remainder", a, b), id -> new IntTerm.Remainder(id, a, b, Interval.ALL));
        }
        if (rangeOfA.isNonNegative()
                && rangeOfA.high().isPresent()
                && b.range().low().isPresent()
                && rangeOfA.high().get().compareTo(b.range().low().get()) < 0) {
            return a;
        }
        Interval range = b.range().high().isPresent() && b.range().isNonNegative()
                ? Interval.of(BigInteger.ZERO, b.range().high().get())
                : Interval.atLeast(BigInteger.ZERO);
        return interner.intern(Interner.key("remainder", a, b), id -> new IntTerm.Remainder(id, a, b, range));
    }

    private IntTerm moduloBy(IntTerm a, BigInteger divisor, Ranges ranges) {
        Interval digits = Interval.of(BigInteger.ZERO, divisor.subtract(BigInteger.ONE));
        if (ranges.of(a).within(digits)) {
            return a;
        }
        Split split = Split.of(terms, a, divisor, ranges);
        IntTerm rest = split.rest();
        Interval range = ranges.of(rest);
        if (range.within(digits)) {
            return rest;
        }
        // At most one wrap, up or down, is a choice, which comparisons can be moved into.
        if (range.low().isPresent() && range.high().isPresent()) {
            BigInteger lowest = Division.floorDivide(range.low().get(), divisor);
            BigInteger highest = Division.floorDivide(range.high().get(), divisor);
            if (lowest.equals(highest)) {
                return terms.subtract(rest, terms.constant(lowest.multiply(divisor)));
            }
            if (highest.subtract(lowest).equals(BigInteger.ONE)) {
                BigInteger border = highest.multiply(divisor);
                IntTerm r = rest;
                return terms.choose(
                        terms.less(r, terms.constant(border)),
                        terms.subtract(r, terms.constant(lowest.multiply(divisor))),
                        terms.subtract(r, terms.constant(border)));
            }
        }
        if (rest instanceof IntTerm.Choice c) {
            return terms.choose(
                    c.condition(), moduloBy(c.then(), divisor, ranges), moduloBy(c.otherwise(), divisor, ranges));
        }
        if (rest instanceof IntTerm.Remainder r
                && r.divisor() instanceof IntTerm.Constant d
                && d.value().signum() > 0
                && d.value().mod(divisor).signum() == 0) {
            return moduloBy(r.dividend(), divisor, ranges);
        }
        // Products modulo 2^n - 1 are halves of wider ones (see WideProducts), which keep their factors.
        boolean isMask = divisor.bitCount() == divisor.bitLength();
        BigInteger common = isMask ? BigInteger.ONE : Linear.commonFactor(rest).gcd(divisor);
        if (common.compareTo(BigInteger.ONE) > 0) {
            return terms.scale(moduloBy(linear.divideExactly(rest, common), divisor.divide(common), ranges), common);
        }
        IntTerm dividend = rest;
        return interner.intern(
                Interner.key("remainder", dividend, terms.constant(divisor)),
                id -> new IntTerm.Remainder(id, dividend, terms.constant(divisor), digits));
    }
}
