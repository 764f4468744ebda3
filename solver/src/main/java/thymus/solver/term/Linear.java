package thymus.solver.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import thymus.solver.term.IntTerm.Sum.Part;

/** Builds sums in canonical form: linear combinations of terms that are not sums themselves. */
final class Linear {
    private static final Comparator<Part> BY_ID =
            Comparator.comparingInt(p -> p.term().id());

    private final Terms terms;
    private final Interner interner;

    Linear(Terms terms, Interner interner) {
        this.terms = terms;
        this.interner = interner;
    }

    IntTerm add(IntTerm a, IntTerm b) {
        return linear(a, BigInteger.ONE, b, BigInteger.ONE);
    }

    IntTerm subtract(IntTerm a, IntTerm b) {
        return linear(a, BigInteger.ONE, b, BigInteger.ONE.negate());
    }

    IntTerm scale(IntTerm a, BigInteger factor) {
        return linear(a, factor, terms.zero, BigInteger.ONE);
    }

    static BigInteger constantPart(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> c.value();
            case IntTerm.Sum s -> s.constant();
            default -> BigInteger.ZERO;
        };
    }

    static List<Part> parts(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> List.of();
            case IntTerm.Sum s -> s.parts();
            default -> List.of(new Part(term, BigInteger.ONE));
        };
    }

    private IntTerm linear(IntTerm a, BigInteger factorA, IntTerm b, BigInteger factorB) {
        TreeMap<Integer, Part> parts = new TreeMap<>();
        accumulate(parts, a, factorA);
        accumulate(parts, b, factorB);
        BigInteger constant =
                constantPart(a).multiply(factorA).add(constantPart(b).multiply(factorB));
        return sum(constant, new ArrayList<>(parts.values()));
    }

    IntTerm combine(BigInteger constant, List<Part> weighted) {
        TreeMap<Integer, Part> parts = new TreeMap<>();
        BigInteger total = constant;
        for (Part part : weighted) {
            accumulate(parts, part.term(), part.coefficient());
            total = total.add(constantPart(part.term()).multiply(part.coefficient()));
        }
        return sum(total, new ArrayList<>(parts.values()));
    }

    private static void accumulate(TreeMap<Integer, Part> parts, IntTerm term, BigInteger factor) {
        for (Part part : parts(term)) {
            parts.merge(
                    part.term().id(),
                    new Part(part.term(), part.coefficient().multiply(factor)),
                    (x, y) -> new Part(x.term(), x.coefficient().add(y.coefficient())));
        }
    }

    /** @param parts terms that are not sums or constants, each once */
    IntTerm sum(BigInteger constant, List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            if (part.coefficient().signum() != 0) {
                kept.add(part);
            }
        }
        if (kept.isEmpty()) {
            return terms.constant(constant);
        }
        if (kept.size() == 1
                && constant.signum() == 0
                && kept.getFirst().coefficient().equals(BigInteger.ONE)) {
            return kept.getFirst().term();
        }
        kept.sort(BY_ID);
        Interval range = Interval.exactly(constant);
        List<Object> key = new ArrayList<>(List.of("sum", constant));
        for (Part part : kept) {
            range = range.plus(part.term().range().times(part.coefficient()));
            key.add(part.term().id());
            key.add(part.coefficient());
        }
        Interval exact = range;
        return interner.intern(key, id -> new IntTerm.Sum(id, constant, List.copyOf(kept), exact));
    }

    /** The greatest common divisor of all coefficients and the constant. */
    static BigInteger commonFactor(IntTerm term) {
        BigInteger factor = constantPart(term).abs();
        for (Part part : parts(term)) {
            factor = factor.gcd(part.coefficient());
        }
        return factor;
    }

    IntTerm divideExactly(IntTerm term, BigInteger factor) {
        List<Part> parts = new ArrayList<>();
        for (Part part : parts(term)) {
            parts.add(new Part(part.term(), part.coefficient().divide(factor)));
        }
        return sum(constantPart(term).divide(factor), parts);
    }

    /**
     * Rounds the constant up for an order. For an equality, a constant that does not divide gives 1, which is never 0.
     */
    IntTerm divideByCommonFactor(IntTerm term, boolean order) {
        BigInteger factor = BigInteger.ZERO;
        for (Part part : parts(term)) {
            factor = factor.gcd(part.coefficient());
        }
        if (factor.compareTo(BigInteger.ONE) <= 0) {
            return term;
        }
        BigInteger constant = constantPart(term);
        BigInteger quotient = Division.floorDivide(constant, factor);
        if (!quotient.multiply(factor).equals(constant)) {
            if (!order) {
                return terms.one;
            }
            quotient = quotient.add(BigInteger.ONE);
        }
        return divideExactly(subtract(term, terms.constant(constant.subtract(quotient.multiply(factor)))), factor);
    }

    IntTerm replace(IntTerm sum, Part part, IntTerm value) {
        return add(subtract(sum, scale(part.term(), part.coefficient())), scale(value, part.coefficient()));
    }
}
