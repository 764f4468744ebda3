package thymus.solver.term;

import java.math.BigInteger;
import java.util.Optional;

/** Floor division. A constant divisor splits a sum; an unknown divisor cancels common factors. */
final class Division {
    private final Terms terms;
    private final Interner interner;
    private final Linear linear;
    private final Products products;

    Division(Terms terms, Interner interner, Linear linear, Products products) {
        this.terms = terms;
        this.interner = interner;
        this.linear = linear;
        this.products = products;
    }

    /** Floor division. The result is unconstrained for a divisor that is not positive, so callers must exclude it. */
    IntTerm divide(IntTerm a, IntTerm b, Ranges ranges) {
        Interval rangeOfA = ranges.of(a);
        Optional<BigInteger> divisor = Terms.constantOf(b);
        if (divisor.isPresent()) {
            return divisor.get().signum() > 0
                    ? divideBy(a, divisor.get(), ranges)
                    : interner.intern(
                            Interner.key("quotient", a, b), id -> new IntTerm.Quotient(id, a, b, Interval.ALL));
        }
        if (rangeOfA.equals(Interval.exactly(BigInteger.ZERO))) {
            return terms.zero;
        }
        Optional<IntTerm> exact =
                products.multipleOf(a, b).map(terms::constant).or(() -> products.withoutFactorInEachPart(a, b));
        if (exact.isPresent()) {
            return exact.get();
        }
        // The terms' own ranges: facts of this path do not hold for the same quotient on another path.
        Interval range = a.range().isNonNegative() && b.range().isNonNegative()
                ? new Interval(Optional.of(BigInteger.ZERO), a.range().high())
                : Interval.ALL;
        return interner.intern(Interner.key("quotient", a, b), id -> new IntTerm.Quotient(id, a, b, range));
    }

    private IntTerm divideBy(IntTerm a, BigInteger divisor, Ranges ranges) {
        if (divisor.equals(BigInteger.ONE)) {
            return a;
        }
        Split split = Split.of(terms, a, divisor, ranges);
        IntTerm rest = split.rest();
        Interval restRange = ranges.of(rest);
        IntTerm whole = terms.sum(BigInteger.ZERO, split.multiples());
        Interval digits = Interval.of(BigInteger.ZERO, divisor.subtract(BigInteger.ONE));
        if (restRange.within(digits)) {
            return terms.add(split.constantQuotient(terms), whole);
        }
        if (rest instanceof IntTerm.Choice c) {
            return terms.add(
                    terms.add(whole, split.constantQuotient(terms)),
                    terms.choose(
                            c.condition(),
                            divideBy(c.then(), divisor, ranges),
                            divideBy(c.otherwise(), divisor, ranges)));
        }
        if (rest instanceof IntTerm.Quotient q
                && q.divisor() instanceof IntTerm.Constant d
                && d.value().signum() > 0) {
            // floor(floor(x/d)/e) = floor(x/(d·e))
            return terms.add(
                    terms.add(whole, split.constantQuotient(terms)),
                    divideBy(q.dividend(), d.value().multiply(divisor), ranges));
        }
        BigInteger common = Linear.commonFactor(rest).gcd(divisor);
        if (common.compareTo(BigInteger.ONE) > 0) {
            return terms.add(
                    terms.add(whole, split.constantQuotient(terms)),
                    divideBy(linear.divideExactly(rest, common), divisor.divide(common), ranges));
        }
        // The term's own range: another path may build the same quotient.
        Interval range = floor(rest.range(), divisor);
        IntTerm dividend = rest;
        IntTerm quotient = interner.intern(
                Interner.key("quotient", dividend, terms.constant(divisor)),
                id -> new IntTerm.Quotient(id, dividend, terms.constant(divisor), range));
        return terms.add(terms.add(whole, split.constantQuotient(terms)), quotient);
    }

    private static Interval floor(Interval range, BigInteger divisor) {
        return new Interval(
                range.low().map(v -> floorDivide(v, divisor)), range.high().map(v -> floorDivide(v, divisor)));
    }

    static BigInteger floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() != 0 && (parts[1].signum() != b.signum())
                ? parts[0].subtract(BigInteger.ONE)
                : parts[0];
    }
}
