package thymus.solver.term;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of integers without gaps.
 *
 * @param low the least member; empty if unbounded below
 * @param high the greatest member; empty if unbounded above
 */
public record Interval(Optional<BigInteger> low, Optional<BigInteger> high) {
    public static final Interval ALL = new Interval(Optional.empty(), Optional.empty());
    public static final Interval NONE = of(BigInteger.ONE, BigInteger.ZERO);
    public static final Interval BIT = of(BigInteger.ZERO, BigInteger.ONE);

    /** The interval between the bounds, both inclusive. */
    public static Interval of(BigInteger low, BigInteger high) {
        return new Interval(Optional.of(low), Optional.of(high));
    }

    public static Interval exactly(BigInteger value) {
        return of(value, value);
    }

    public static Interval atLeast(BigInteger low) {
        return new Interval(Optional.of(low), Optional.empty());
    }

    public static Interval atMost(BigInteger high) {
        return new Interval(Optional.empty(), Optional.of(high));
    }

    /** The interval from 0 to 2^bits - 1. */
    public static Interval unsigned(int bits) {
        return of(BigInteger.ZERO, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
    }

    public boolean contains(BigInteger value) {
        return low.map(l -> l.compareTo(value) <= 0).orElse(true)
                && high.map(h -> h.compareTo(value) >= 0).orElse(true);
    }

    /** Returns whether the other interval contains this one. */
    public boolean within(Interval outer) {
        return (outer.low.isEmpty() || (low.isPresent() && low.get().compareTo(outer.low.get()) >= 0))
                && (outer.high.isEmpty() || (high.isPresent() && high.get().compareTo(outer.high.get()) <= 0));
    }

    public boolean isEmpty() {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
    }

    /** The only member, if there is exactly one. */
    public Optional<BigInteger> single() {
        return low.isPresent() && low.equals(high) ? low : Optional.empty();
    }

    public boolean isNonNegative() {
        return low.isPresent() && low.get().signum() >= 0;
    }

    public Interval intersect(Interval other) {
        return new Interval(
                low.isEmpty()
                        ? other.low
                        : other.low.isEmpty() ? low : Optional.of(low.get().max(other.low.get())),
                high.isEmpty()
                        ? other.high
                        : other.high.isEmpty() ? high : Optional.of(high.get().min(other.high.get())));
    }

    /** The smallest interval that contains both. */
    public Interval union(Interval other) {
        return new Interval(
                low.isEmpty() || other.low.isEmpty()
                        ? Optional.empty()
                        : Optional.of(low.get().min(other.low.get())),
                high.isEmpty() || other.high.isEmpty()
                        ? Optional.empty()
                        : Optional.of(high.get().max(other.high.get())));
    }

    /** The sums of members. */
    public Interval plus(Interval other) {
        return new Interval(
                low.isEmpty() || other.low.isEmpty()
                        ? Optional.empty()
                        : Optional.of(low.get().add(other.low.get())),
                high.isEmpty() || other.high.isEmpty()
                        ? Optional.empty()
                        : Optional.of(high.get().add(other.high.get())));
    }

    /** The members times a constant. */
    public Interval times(BigInteger factor) {
        Optional<BigInteger> a = low.map(factor::multiply);
        Optional<BigInteger> b = high.map(factor::multiply);
        return switch (factor.signum()) {
            case 0 -> exactly(BigInteger.ZERO);
            case 1 -> new Interval(a, b);
            default -> new Interval(b, a);
        };
    }

    /** The products of members; ALL where a member may be negative and an end is open. */
    public Interval times(Interval other) {
        if (!isNonNegative() || !other.isNonNegative()) {
            return isBounded() && other.isBounded() ? corners(other) : ALL;
        }
        return new Interval(
                Optional.of(low.get().multiply(other.low.get())),
                high.isEmpty() || other.high.isEmpty()
                        ? Optional.empty()
                        : Optional.of(high.get().multiply(other.high.get())));
    }

    private boolean isBounded() {
        return low.isPresent() && high.isPresent();
    }

    /** The least and the greatest product of two ends. */
    private Interval corners(Interval other) {
        SortedSet<BigInteger> products = new TreeSet<>();
        for (BigInteger mine : List.of(low.get(), high.get())) {
            for (BigInteger theirs : List.of(other.low.get(), other.high.get())) {
                products.add(mine.multiply(theirs));
            }
        }
        return of(products.first(), products.last());
    }
}
