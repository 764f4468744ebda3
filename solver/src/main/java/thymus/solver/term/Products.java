package thymus.solver.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.IntTerm.Sum.Part;

/** Builds products, and cancels the common factors of an exact quotient. */
final class Products {
    private static final Interval NOT_NEGATIVE = Interval.atLeast(BigInteger.ZERO);

    private final Terms terms;
    private final Interner interner;

    Products(Terms terms, Interner interner) {
        this.terms = terms;
        this.interner = interner;
    }

    IntTerm multiply(IntTerm a, IntTerm b) {
        if (a instanceof IntTerm.Constant c) {
            return terms.scale(b, c.value());
        }
        if (b instanceof IntTerm.Constant c) {
            return terms.scale(a, c.value());
        }
        // Multiplication by a flag is a choice. Saturating arithmetic avoids a jump this way.
        if (a instanceof IntTerm.Choice c && c.then() == terms.one && c.otherwise() == terms.zero) {
            return terms.choose(c.condition(), b, terms.zero);
        }
        if (b instanceof IntTerm.Choice c && c.then() == terms.one && c.otherwise() == terms.zero) {
            return terms.choose(c.condition(), a, terms.zero);
        }
        // A sum stays a factor: (now - then)·rate keeps the range that a path has for now - then.
        List<IntTerm> factors = new ArrayList<>();
        factors.addAll(a instanceof IntTerm.Product p ? p.factors() : List.of(a));
        factors.addAll(b instanceof IntTerm.Product p ? p.factors() : List.of(b));
        factors.sort(Comparator.comparingInt(IntTerm::id));
        Interval exact = range(factors);
        return interner.intern(
                Interner.key("product", Interner.ids(factors)),
                id -> new IntTerm.Product(id, List.copyOf(factors), exact));
    }

    /** A square is not negative, whatever the sign of its root. Equal factors stand side by side. */
    private static Interval range(List<IntTerm> factors) {
        Interval range = Interval.exactly(BigInteger.ONE);
        for (int i = 0; i < factors.size(); i++) {
            Interval factor = factors.get(i).range();
            if (i + 1 < factors.size() && factors.get(i) == factors.get(i + 1)) {
                range = range.times(factor.times(factor).intersect(NOT_NEGATIVE));
                i++;
            } else {
                range = range.times(factor);
            }
        }
        return range;
    }

    /** The k with a = k·b as linear forms. */
    Optional<BigInteger> multipleOf(IntTerm a, IntTerm b) {
        List<Part> as = Linear.parts(a);
        List<Part> bs = Linear.parts(b);
        if (as.isEmpty() || as.size() != bs.size()) {
            return Optional.empty();
        }
        BigInteger[] division =
                as.getFirst().coefficient().divideAndRemainder(bs.getFirst().coefficient());
        return division[1].signum() == 0 && terms.subtract(a, terms.scale(b, division[0])) == terms.zero
                ? Optional.of(division[0])
                : Optional.empty();
    }

    /** The sum Σ k·x with a = Σ k·(b·x). */
    Optional<IntTerm> withoutFactorInEachPart(IntTerm a, IntTerm b) {
        if (Linear.constantPart(a).signum() != 0) {
            return Optional.empty();
        }
        IntTerm total = terms.zero;
        for (Part part : Linear.parts(a)) {
            Optional<IntTerm> rest = withoutFactor(part.term(), b);
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            total = terms.add(total, terms.scale(rest.get(), part.coefficient()));
        }
        return Optional.of(total);
    }

    private Optional<IntTerm> withoutFactor(IntTerm term, IntTerm factor) {
        if (term == factor) {
            return Optional.of(terms.one);
        }
        if (term instanceof IntTerm.Product p && p.factors().contains(factor)) {
            List<IntTerm> rest = new ArrayList<>(p.factors());
            rest.remove(factor);
            IntTerm product = terms.one;
            for (IntTerm f : rest) {
                product = multiply(product, f);
            }
            return Optional.of(product);
        }
        return Optional.empty();
    }
}
