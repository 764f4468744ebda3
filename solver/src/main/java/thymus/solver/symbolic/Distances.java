package thymus.solver.symbolic;

import java.math.BigInteger;
import thymus.solver.term.IntTerm;
import thymus.solver.term.IntTerm.Sum.Part;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * Orders two memory offsets, as far as the facts of a path allow. Allocators round sizes up to whole words. A multiple
 * of a quotient is therefore replaced by the dividend minus the remainder, which leaves a small difference to the size.
 */
record Distances(Simplifier simplifier) {
    private static final Interval NON_NEGATIVE = Interval.atLeast(BigInteger.ZERO);

    /** Returns whether {@code a <= b} is certain. */
    boolean atMost(IntTerm a, IntTerm b) {
        IntTerm difference = simplifier.terms().subtract(b, a);
        return simplifier.facts().range(difference).within(NON_NEGATIVE)
                || simplifier.facts().range(unrounded(difference)).within(NON_NEGATIVE);
    }

    /** Returns whether [a, a + aSize) and [b, b + bSize) are certainly disjoint. */
    boolean disjoint(IntTerm a, IntTerm aSize, IntTerm b, IntTerm bSize) {
        Terms terms = simplifier.terms();
        return atMost(terms.add(a, aSize), b) || atMost(terms.add(b, bSize), a);
    }

    private IntTerm unrounded(IntTerm term) {
        Terms terms = simplifier.terms();
        IntTerm total = terms.constant(Terms.constantPart(term));
        for (Part part : Terms.parts(term)) {
            total = terms.add(total, unrounded(part));
        }
        return total;
    }

    /** {@code k·d·floor(x/d) = k·(x - x mod d)}. */
    private IntTerm unrounded(Part part) {
        Terms terms = simplifier.terms();
        if (part.term() instanceof IntTerm.Quotient q
                && q.divisor() instanceof IntTerm.Constant d
                && d.value().signum() > 0) {
            BigInteger[] times = part.coefficient().divideAndRemainder(d.value());
            if (times[1].signum() == 0) {
                IntTerm rest = terms.modulo(q.dividend(), d, simplifier.facts()::range);
                return terms.scale(terms.subtract(q.dividend(), rest), times[0]);
            }
        }
        return terms.scale(part.term(), part.coefficient());
    }
}
