package thymus.solver.symbolic;

import java.math.BigInteger;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/**
 * Memory is bounded by its cost: a call that touches more than 4 MiB runs out of gas. It would need more than 30
 * million gas (Yellow Paper, equation for the cost of memory). On a path that continues, offsets are below that limit.
 */
final class MemoryLimit {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(22);

    private final Worklist paths;
    private final Returns returns;
    private final boolean everyCallMayFail;

    /** @param everyCallMayFail whether each inner call fails on a separate path anyway */
    MemoryLimit(Worklist paths, Returns returns, boolean everyCallMayFail) {
        this.paths = paths;
        this.returns = returns;
        this.everyCallMayFail = everyCallMayFail;
    }

    /**
     * Continues the path if gas pays for the range, and forks a failing path if it may not.
     *
     * @return false if gas pays for none of the ranges: the frame must fail
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
