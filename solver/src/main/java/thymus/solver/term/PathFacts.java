package thymus.solver.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm.Sum.Part;

/**
 * The facts on a path: bounds of linear forms, and literals that hold. Immutable; an assumption gives new facts.
 *
 * <p>It is incomplete by design: it decides most branches without a solver, and never decides wrongly.
 */
public final class PathFacts {
    /** The depth to which sums are unfolded by known forms. Each level tries every known form once. */
    private static final int DEPTH = 2;
    /** The largest number of terms of an order from which bounds for each term are derived. */
    private static final int MOST_ORDERED = 3;

    private final Terms terms;
    /**
     * Bounds by the id of a linear form without constant, whose coefficients are coprime and whose first one is
     * positive.
     */
    private final Map<Integer, Bound> bounds;

    private final Map<Integer, BoolTerm> literals;
    private final boolean contradictory;
    /** Caches. Terms share their parts, so without them a deep term would be walked once per path to it. */
    private final Map<Integer, Optional<Boolean>> decisions = new HashMap<>();

    private final Map<Long, Interval> ranges = new HashMap<>();

    private record Bound(IntTerm form, Interval interval) {}

    /** {@code term = constant + factor·form}. */
    private record Normal(IntTerm form, BigInteger factor, BigInteger constant) {}

    private PathFacts(Terms terms, Map<Integer, Bound> bounds, Map<Integer, BoolTerm> literals, boolean contradictory) {
        this.terms = terms;
        this.bounds = bounds;
        this.literals = literals;
        this.contradictory = contradictory;
    }

    /** No facts. */
    public static PathFacts none(Terms terms) {
        return new PathFacts(terms, Map.of(), Map.of(), false);
    }

    /** Returns whether the assumptions exclude each other; false does not mean that they are satisfiable. */
    public boolean isContradictory() {
        return contradictory;
    }

    /** These facts and another one, with its consequences. */
    public PathFacts assume(BoolTerm fact) {
        if (contradictory || fact == terms.yes) {
            return this;
        }
        PathFacts with = with(fact);
        if (!with.contradictory && fact instanceof BoolTerm.NotPositive order) {
            with = with.tightened(order.term());
        }
        return with.contradictory ? with : with.propagate();
    }

    /**
     * Adds the bounds that an order between few terms gives to each of them, by the ranges of the others. An example is
     * an index below a length.
     */
    private PathFacts tightened(IntTerm notPositive) {
        List<Part> parts = Terms.parts(notPositive);
        if (parts.size() < 2 || parts.size() > MOST_ORDERED) {
            return this;
        }
        Map<Integer, Bound> tighter = new HashMap<>(bounds);
        boolean possible = true;
        for (Part part : parts) {
            IntTerm own = terms.scale(part.term(), part.coefficient());
            Interval others = sumOfRanges(terms.subtract(notPositive, own));
            if (others.low().isPresent()) {
                possible &= bound(own, Interval.atMost(others.low().get().negate()), tighter);
            }
        }
        return new PathFacts(terms, tighter, literals, !possible);
    }

    private Interval sumOfRanges(IntTerm term) {
        Interval range = Interval.exactly(Terms.constantPart(term));
        for (Part part : Terms.parts(term)) {
            range = range.plus(range(part.term()).times(part.coefficient()));
        }
        return range;
    }

    /** Adds a fact without its consequences together with older facts. */
    private PathFacts with(BoolTerm fact) {
        Map<Integer, Bound> newBounds = new HashMap<>(bounds);
        Map<Integer, BoolTerm> newLiterals = new HashMap<>(literals);
        boolean possible = add(fact, newBounds, newLiterals);
        return new PathFacts(terms, newBounds, newLiterals, !possible);
    }

    /**
     * Adds a range of the term itself. An order may be told by another term, as {@code 1 <= x/d} is by x, from which
     * the range of this one need not follow.
     */
    private PathFacts bounded(IntTerm term, Interval range) {
        Map<Integer, Bound> newBounds = new HashMap<>(bounds);
        boolean possible = bound(term, range, newBounds);
        return new PathFacts(terms, newBounds, literals, !possible);
    }

    private boolean add(BoolTerm fact, Map<Integer, Bound> toBounds, Map<Integer, BoolTerm> toLiterals) {
        return switch (fact) {
            case BoolTerm.Truth t -> t.value();
            case BoolTerm.And a -> {
                boolean possible = true;
                for (BoolTerm operand : a.operands()) {
                    possible &= add(operand, toBounds, toLiterals);
                }
                yield possible;
            }
            case BoolTerm.NotPositive n -> bound(n.term(), Interval.atMost(BigInteger.ZERO), toBounds);
            case BoolTerm.Zero z -> {
                toLiterals.put(fact.id(), fact);
                yield bound(z.term(), Interval.exactly(BigInteger.ZERO), toBounds);
            }
            default -> {
                toLiterals.put(fact.id(), fact);
                yield true;
            }
        };
    }

    private boolean bound(IntTerm term, Interval interval, Map<Integer, Bound> into) {
        Normal normal = normal(term);
        Interval shifted = interval.plus(Interval.exactly(normal.constant().negate()));
        Interval scaled = normal.factor().signum() > 0
                ? new Interval(
                        shifted.low().map(v -> ceil(v, normal.factor())),
                        shifted.high().map(v -> Terms.floorDivide(v, normal.factor())))
                : new Interval(
                        shifted.high().map(v -> ceil(v, normal.factor())),
                        shifted.low().map(v -> Terms.floorDivide(v, normal.factor())));
        Bound old = into.get(normal.form().id());
        Interval known = old == null ? normal.form().range() : old.interval();
        Interval both = known.intersect(scaled);
        into.put(normal.form().id(), new Bound(normal.form(), both));
        return !both.isEmpty() && boundDividend(normal.form(), both, into);
    }

    /** {@code low <= floor(x/d) <= high} bounds x as well. */
    private boolean boundDividend(IntTerm form, Interval quotients, Map<Integer, Bound> into) {
        if (!(form instanceof IntTerm.Quotient q)
                || !(q.divisor() instanceof IntTerm.Constant d)
                || d.value().signum() <= 0) {
            return true;
        }
        BigInteger last = d.value().subtract(BigInteger.ONE);
        return bound(
                q.dividend(),
                new Interval(
                        quotients.low().map(d.value()::multiply),
                        quotients.high().map(d.value()::multiply).map(last::add)),
                into);
    }

    private static BigInteger ceil(BigInteger a, BigInteger b) {
        return Terms.floorDivide(a.negate(), b).negate();
    }

    /**
     * Adds consequences. A disjunction with one undecided member gives that member as a fact; one without is a
     * contradiction. A term that is not zero and not negative is positive.
     */
    private PathFacts propagate() {
        for (BoolTerm literal : literals.values().stream()
                .sorted((a, b) -> Integer.compare(a.id(), b.id()))
                .toList()) {
            if (literal instanceof BoolTerm.Not not && not.operand() instanceof BoolTerm.Zero zero) {
                Interval range = range(zero.term());
                boolean atLow = range.low().filter(low -> low.signum() == 0).isPresent();
                boolean atHigh = range.high().filter(high -> high.signum() == 0).isPresent();
                if (atLow != atHigh) {
                    Interval rest = atLow ? Interval.atLeast(BigInteger.ONE) : Interval.atMost(BigInteger.ONE.negate());
                    PathFacts with = bounded(zero.term(), rest);
                    return with.contradictory
                            ? with
                            : with.assume(
                                    atLow ? terms.less(terms.zero, zero.term()) : terms.less(zero.term(), terms.zero));
                }
            }
            if (literal instanceof BoolTerm.Or or) {
                List<BoolTerm> open = new ArrayList<>();
                boolean satisfied = false;
                for (BoolTerm operand : or.operands()) {
                    Optional<Boolean> decided = decide(operand);
                    satisfied |= decided.equals(Optional.of(true));
                    if (decided.isEmpty()) {
                        open.add(operand);
                    }
                }
                if (!satisfied && open.size() < or.operands().size() && open.size() <= 1) {
                    Map<Integer, BoolTerm> fewer = new HashMap<>(literals);
                    fewer.remove(literal.id());
                    PathFacts rest = new PathFacts(terms, bounds, fewer, open.isEmpty());
                    return open.isEmpty() ? rest : rest.assume(open.getFirst());
                }
            }
        }
        return this;
    }

    private Normal normal(IntTerm term) {
        List<Part> parts = Terms.parts(term);
        if (parts.size() == 1 && parts.getFirst().coefficient().equals(BigInteger.ONE)) {
            return new Normal(parts.getFirst().term(), BigInteger.ONE, Terms.constantPart(term));
        }
        BigInteger factor = BigInteger.ZERO;
        for (Part part : parts) {
            factor = factor.gcd(part.coefficient());
        }
        if (parts.isEmpty()) {
            return new Normal(
                    terms.one, BigInteger.ONE, Terms.constantPart(term).subtract(BigInteger.ONE));
        }
        if (parts.getFirst().coefficient().signum() < 0) {
            factor = factor.negate();
        }
        List<Part> reduced = new ArrayList<>();
        for (Part part : parts) {
            reduced.add(new Part(part.term(), part.coefficient().divide(factor)));
        }
        return new Normal(terms.sum(BigInteger.ZERO, reduced), factor, Terms.constantPart(term));
    }

    /** A range that contains every value of the term on this path. */
    public Interval range(IntTerm term) {
        return range(term, DEPTH);
    }

    private Interval range(IntTerm term, int depth) {
        long key = (long) term.id() * (DEPTH + 2) + depth;
        Interval known = ranges.get(key);
        if (known == null) {
            known = compute(term, depth);
            ranges.put(key, known);
        }
        return known;
    }

    private Interval compute(IntTerm term, int depth) {
        Interval range = term.range();
        if (bounds.isEmpty() || range.single().isPresent()) {
            return range;
        }
        Normal normal = normal(term);
        Bound known = bounds.get(normal.form().id());
        if (known != null) {
            range = range.intersect(known.interval().times(normal.factor()).plus(Interval.exactly(normal.constant())));
        }
        range = range.intersect(
                switch (term) {
                    case IntTerm.Sum sum -> sumRange(sum, depth);
                    case IntTerm.Product product -> {
                        Interval all = Interval.exactly(BigInteger.ONE);
                        for (IntTerm factor : product.factors()) {
                            all = all.times(range(factor, depth));
                        }
                        yield all;
                    }
                    case IntTerm.Apply a -> a.function().range(a.arguments(), x -> range(x, depth));
                    case IntTerm.Quotient q -> quotientRange(q, depth);
                    case IntTerm.Choice c ->
                        switch (decide(c.condition()).map(b -> b ? 1 : 0).orElse(-1)) {
                            case 1 -> range(c.then(), depth);
                            case 0 -> range(c.otherwise(), depth);
                            default -> choiceRange(c, depth);
                        };
                    default -> Interval.ALL;
                });
        return range;
    }

    /** Computes each side under its condition, because saturating arithmetic has a bounded range only there. */
    private Interval choiceRange(IntTerm.Choice c, int depth) {
        boolean simple = !(c.condition() instanceof BoolTerm.And || c.condition() instanceof BoolTerm.Or)
                && !(c.then() instanceof IntTerm.Choice || c.otherwise() instanceof IntTerm.Choice);
        if (depth < DEPTH || !simple) {
            return range(c.then(), depth).union(range(c.otherwise(), depth));
        }
        PathFacts taken = with(c.condition());
        PathFacts left = with(terms.not(c.condition()));
        Interval then = taken.contradictory ? Interval.NONE : taken.range(c.then(), depth - 1);
        Interval otherwise = left.contradictory ? Interval.NONE : left.range(c.otherwise(), depth - 1);
        return then.isEmpty() ? otherwise : otherwise.isEmpty() ? then : then.union(otherwise);
    }

    private Interval quotientRange(IntTerm.Quotient q, int depth) {
        Interval dividend = range(q.dividend(), depth);
        Interval divisor = range(q.divisor(), depth);
        if (!dividend.isNonNegative()
                || dividend.high().isEmpty()
                || divisor.low().isEmpty()
                || divisor.low().get().signum() <= 0) {
            return Interval.ALL;
        }
        return Interval.of(
                divisor.high().map(dividend.low().get()::divide).orElse(BigInteger.ZERO),
                dividend.high().get().divide(divisor.low().get()));
    }

    private Interval sumRange(IntTerm.Sum sum, int depth) {
        Interval range = Interval.exactly(sum.constant());
        for (Part part : sum.parts()) {
            range = range.plus(range(part.term(), depth).times(part.coefficient()));
        }
        if (depth == 0 || sum.parts().size() < 2) {
            return range;
        }
        for (Bound bound : bounds.values()) {
            if (!(bound.form() instanceof IntTerm.Sum form)
                    || form.parts().size() > sum.parts().size()) {
                continue;
            }
            for (BigInteger factor : factors(form, sum)) {
                IntTerm rest = terms.subtract(sum, terms.scale(form, factor));
                if (Terms.parts(rest).size() < sum.parts().size()) {
                    range = range.intersect(bound.interval().times(factor).plus(range(rest, depth - 1)));
                }
            }
        }
        return range;
    }

    /**
     * The multiples of the form that can be subtracted from the sum: each ratio of coefficients, if the sum has all its
     * terms.
     */
    private static List<BigInteger> factors(IntTerm.Sum form, IntTerm.Sum sum) {
        List<BigInteger> factors = new ArrayList<>();
        for (Part part : form.parts()) {
            Optional<BigInteger> coefficient = coefficient(sum, part.term());
            if (coefficient.isEmpty()) {
                return List.of();
            }
            BigInteger[] division = coefficient.get().divideAndRemainder(part.coefficient());
            if (division[1].signum() == 0 && !factors.contains(division[0])) {
                factors.add(division[0]);
            }
        }
        return factors;
    }

    private static Optional<BigInteger> coefficient(IntTerm.Sum sum, IntTerm term) {
        for (Part part : sum.parts()) {
            if (part.term() == term) {
                return Optional.of(part.coefficient());
            }
        }
        return Optional.empty();
    }

    /** The truth of the condition under these facts; empty if it is not known. */
    public Optional<Boolean> decide(BoolTerm condition) {
        Optional<Boolean> known = decisions.get(condition.id());
        if (known == null) {
            known = look(condition);
            decisions.put(condition.id(), known);
        }
        return known;
    }

    private Optional<Boolean> look(BoolTerm condition) {
        if (literals.containsKey(condition.id())) {
            return Optional.of(true);
        }
        boolean joins = condition instanceof BoolTerm.And || condition instanceof BoolTerm.Or;
        if (joins && literals.containsKey(terms.not(condition).id())) {
            return Optional.of(false);
        }
        return switch (condition) {
            case BoolTerm.Truth t -> Optional.of(t.value());
            case BoolTerm.NotPositive n -> {
                Interval range = range(n.term());
                yield range.high().isPresent() && range.high().get().signum() <= 0
                        ? Optional.of(true)
                        : range.low().isPresent() && range.low().get().signum() > 0
                                ? Optional.of(false)
                                : Optional.empty();
            }
            case BoolTerm.Zero z -> {
                Interval range = range(z.term());
                yield range.single().isPresent()
                        ? Optional.of(range.single().get().signum() == 0)
                        : !range.contains(BigInteger.ZERO)
                                        || literals.containsKey(terms.not(z).id())
                                ? Optional.of(false)
                                : Optional.empty();
            }
            case BoolTerm.Not n -> decide(n.operand()).map(b -> !b);
            case BoolTerm.And a -> junction(a.operands(), true);
            case BoolTerm.Or o -> junction(o.operands(), false);
        };
    }

    private Optional<Boolean> junction(List<BoolTerm> operands, boolean conjunction) {
        boolean open = false;
        for (BoolTerm operand : operands) {
            Optional<Boolean> decided = decide(operand);
            if (decided.equals(Optional.of(!conjunction))) {
                return decided;
            }
            open |= decided.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(conjunction);
    }
}
