package thymus.solver.symbolic;

import java.math.BigInteger;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/**
 * What memory costs bounds it: a call that touches more than 4 MiB runs out of gas (Yellow Paper, equation for the cost of
 * memory: more than 30 million gas). On a path that goes on, places are below that limit.
 */
final class MemoryLimit {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(22);

    private final Worklist paths;
    private final Returns returns;
    private final boolean everyCallMayFail;

    /** @param everyCallMayFail whether each inner call fails on a path of its own already */
    MemoryLimit(Worklist paths, Returns returns, boolean everyCallMayFail) {
        this.paths = paths;
        this.returns = returns;
        this.everyCallMayFail = everyCallMayFail;
    }

    /**
     * Takes the path on where gas pays for the range, and another one to its failure where it does not.
     *
     * @return false if it pays for none: the frame has to fail
     */
    boolean pays(Path path, IntTerm place, IntTerm size) {
        Terms terms = path.terms;
        if (size == terms.zero) {
            return true;
        }
        IntTerm end = terms.add(place, size);
        Interval range = path.simplifier.facts().range(end);
        if (range.high().isPresent() && range.high().get().compareTo(LIMIT) <= 0) {
            return true;
        }
        if (range.low().isPresent() && range.low().get().compareTo(LIMIT) > 0) {
            return false;
        }
        BoolTerm fits = terms.or(terms.zero(size), terms.lessOrEqual(end, terms.constant(LIMIT)));
        if (!everyCallMayFail) {
            Path failing = path.copy();
            failing.assume(terms.not(fits));
            if (!failing.simplifier.facts().isContradictory() && returns.fail(failing)) {
                paths.add(failing);
            }
        }
        path.assume(fits);
        return true;
    }
}
