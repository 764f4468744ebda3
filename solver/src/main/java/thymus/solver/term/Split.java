package thymus.solver.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.solver.term.IntTerm.Sum.Part;

/** A split sum: {@code divisor·(Σ multiples + constantQuotient) + rest}. */
record Split(List<Part> multiples, BigInteger constantMultiple, IntTerm rest) {
    IntTerm constantQuotient(Terms terms) {
        return terms.constant(constantMultiple);
    }

    /** @param divisor a positive number */
    static Split of(Terms terms, IntTerm a, BigInteger divisor, Ranges ranges) {
        List<Part> multiples = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        for (Part part : Linear.parts(a)) {
            // Rounds towards zero, so that a coefficient below the divisor in size stays whole: -x must not become
            // divisor·(-x) + (divisor-1)·x.
            BigInteger[] division = part.coefficient().divideAndRemainder(divisor);
            if (division[0].signum() != 0) {
                multiples.add(new Part(part.term(), division[0]));
            }
            if (division[1].signum() != 0) {
                others.add(new Part(part.term(), division[1]));
            }
        }
        BigInteger constant = Linear.constantPart(a);
        BigInteger quotient = Division.floorDivide(constant, divisor);
        BigInteger remainder = constant.subtract(quotient.multiply(divisor));
        if (others.isEmpty()) {
            return new Split(multiples, quotient, terms.constant(remainder));
        }
        // The constant is split only if the rest then fits the digits. Otherwise it stays with the rest.
        IntTerm with = terms.sum(remainder, others);
        if (ranges.of(with).within(Interval.of(BigInteger.ZERO, divisor.subtract(BigInteger.ONE)))) {
            return new Split(multiples, quotient, with);
        }
        return new Split(multiples, BigInteger.ZERO, terms.sum(constant, others));
    }
}
