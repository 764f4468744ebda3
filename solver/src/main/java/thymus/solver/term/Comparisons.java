package thymus.solver.term;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.IntTerm.Sum.Part;

/** Builds orders and equalities: each compares one linear form with coprime coefficients to zero. */
final class Comparisons {
    /** The nesting depth up to which a comparison is moved into choices. Each level doubles it. */
    static final int LIFTED_CHOICES = 3;

    private final Terms terms;
    private final Interner interner;
    private final Linear linear;

    Comparisons(Terms terms, Interner interner, Linear linear) {
        this.terms = terms;
        this.interner = interner;
        this.linear = linear;
    }

    BoolTerm notPositive(IntTerm term, int lifts) {
        Interval range = term.range();
        if (range.high().isPresent() && range.high().get().signum() <= 0) {
            return terms.yes;
        }
        if (range.low().isPresent() && range.low().get().signum() > 0) {
            return terms.no;
        }
        Optional<Part> choice = lifts > 0 ? choiceIn(term) : Optional.empty();
        if (choice.isPresent() && choice.get().term() instanceof IntTerm.Choice c) {
            return chooseTruth(
                    c.condition(),
                    notPositive(linear.replace(term, choice.get(), c.then()), lifts - 1),
                    notPositive(linear.replace(term, choice.get(), c.otherwise()), lifts - 1));
        }
        IntTerm normal = linear.divideByCommonFactor(term, true);
        Optional<BoolTerm> bound = boundOfQuotient(normal);
        if (bound.isPresent()) {
            return bound.get();
        }
        return interner.intern(Interner.key("notPositive", normal), id -> new BoolTerm.NotPositive(id, normal));
    }

    BoolTerm zero(IntTerm term, int lifts) {
        Interval range = term.range();
        if (range.single().isPresent()) {
            return terms.truth(range.single().get().signum() == 0);
        }
        if (!range.contains(BigInteger.ZERO)) {
            return terms.no;
        }
        Optional<Part> choice = lifts > 0 ? choiceIn(term) : Optional.empty();
        if (choice.isPresent() && choice.get().term() instanceof IntTerm.Choice c) {
            return chooseTruth(
                    c.condition(),
                    zero(linear.replace(term, choice.get(), c.then()), lifts - 1),
                    zero(linear.replace(term, choice.get(), c.otherwise()), lifts - 1));
        }
        IntTerm normal = linear.divideByCommonFactor(term, false);
        if (normal == terms.one) {
            return terms.no;
        }
        if (Linear.parts(normal).getFirst().coefficient().signum() < 0) {
            normal = terms.scale(normal, BigInteger.ONE.negate());
        }
        if (normal instanceof IntTerm.Quotient q && positiveConstant(q.divisor())) {
            return terms.and(terms.lessOrEqual(terms.zero, q.dividend()), terms.less(q.dividend(), q.divisor()));
        }
        Optional<BoolTerm> unchanged = unchangedByRemainder(normal);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        IntTerm positive = normal;
        return interner.intern(Interner.key("zero", positive), id -> new BoolTerm.Zero(id, positive));
    }

    /** x - x mod m == 0 means that x is in [0, m). Compilers test this way that a number fits its type. */
    private Optional<BoolTerm> unchangedByRemainder(IntTerm term) {
        List<Part> parts = Linear.parts(term);
        if (parts.size() != 2
                || Linear.constantPart(term).signum() != 0
                || !parts.get(0).coefficient().negate().equals(parts.get(1).coefficient())) {
            return Optional.empty();
        }
        for (Part part : parts) {
            IntTerm other =
                    part == parts.get(0) ? parts.get(1).term() : parts.get(0).term();
            if (part.term() instanceof IntTerm.Remainder r && r.dividend() == other) {
                return Optional.of(terms.and(terms.lessOrEqual(terms.zero, other), terms.less(other, r.divisor())));
            }
        }
        return Optional.empty();
    }

    /** x / d <= 0 means that x is less than d, and x / d >= 1 the opposite. */
    private Optional<BoolTerm> boundOfQuotient(IntTerm term) {
        List<Part> parts = Linear.parts(term);
        if (parts.size() != 1
                || !(parts.getFirst().term() instanceof IntTerm.Quotient q)
                || !positiveConstant(q.divisor())) {
            return Optional.empty();
        }
        BigInteger coefficient = parts.getFirst().coefficient();
        BigInteger constant = Linear.constantPart(term);
        if (coefficient.equals(BigInteger.ONE) && constant.signum() == 0) {
            return Optional.of(terms.less(q.dividend(), q.divisor()));
        }
        return coefficient.equals(BigInteger.ONE.negate()) && constant.equals(BigInteger.ONE)
                ? Optional.of(terms.lessOrEqual(q.divisor(), q.dividend()))
                : Optional.empty();
    }

    private static boolean positiveConstant(IntTerm divisor) {
        return divisor instanceof IntTerm.Constant c && c.value().signum() > 0;
    }

    private static Optional<Part> choiceIn(IntTerm term) {
        for (Part part : Linear.parts(term)) {
            if (part.term() instanceof IntTerm.Choice) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private BoolTerm chooseTruth(BoolTerm condition, BoolTerm then, BoolTerm otherwise) {
        return then == otherwise
                ? then
                : terms.or(terms.and(condition, then), terms.and(terms.not(condition), otherwise));
    }
}
