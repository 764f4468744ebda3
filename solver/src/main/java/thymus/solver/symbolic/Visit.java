package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * One jump destination or undecided branch on a path, linked to the earlier ones.
 *
 * @param frame the serial number of the frame
 * @param stack the depth of its stack
 * @param condition the condition of a branch
 */
record Visit(Optional<Visit> before, int frame, int pc, int stack, boolean isBranch, Optional<BoolTerm> condition) {
    /** Returns whether both visits are at the same location of the same frame. */
    boolean isSamePlaceAs(Visit other) {
        return frame == other.frame && pc == other.pc && stack == other.stack && isBranch == other.isBranch;
    }

    /**
     * The head of the loop whose last round ends here. It is the first in the code among this round's jump destinations
     * with the least stack depth. Compilers evaluate the condition there.
     */
    Optional<Visit> head() {
        List<Visit> last = new ArrayList<>();
        Optional<Visit> previous = round(last);
        List<Visit> earlier = new ArrayList<>();
        if (previous.flatMap(visit -> visit.round(earlier)).isEmpty()) {
            return Optional.empty();
        }
        return last.stream()
                .filter(visit -> earlier.stream().anyMatch(visit::isSamePlaceAs))
                .min(Comparator.comparingInt(Visit::stack).thenComparingInt(Visit::pc));
    }

    /**
     * Returns whether the branch counts without a known bound. Its condition then differs from that of the previous
     * round by a constant, and many rounds may be left.
     */
    boolean countsUnbounded(Simplifier simplifier, int few) {
        Optional<Visit> previous = round(new ArrayList<>());
        Optional<IntTerm> now = condition.flatMap(Visit::measured);
        Optional<IntTerm> then = previous.flatMap(visit -> visit.condition).flatMap(Visit::measured);
        if (now.isEmpty() || then.isEmpty()) {
            return false;
        }
        Optional<BigInteger> step = Terms.constantOf(simplifier.terms().subtract(now.get(), then.get()));
        Interval range = simplifier.facts().range(now.get());
        boolean isFew = range.low().isPresent()
                && range.high().isPresent()
                && range.high().get().subtract(range.low().get()).compareTo(BigInteger.valueOf(few)) <= 0;
        return step.isPresent() && step.get().signum() != 0 && !isFew;
    }

    private static Optional<IntTerm> measured(BoolTerm condition) {
        return switch (condition) {
            case BoolTerm.NotPositive n -> Optional.of(n.term());
            case BoolTerm.Zero z -> Optional.of(z.term());
            case BoolTerm.Not n -> measured(n.operand());
            case BoolTerm.Truth t -> Optional.empty();
            case BoolTerm.And a -> Optional.empty();
            case BoolTerm.Or o -> Optional.empty();
        };
    }

    /**
     * Collects the jump destinations of this frame since the previous visit of this location.
     *
     * @return the previous visit
     */
    private Optional<Visit> round(List<Visit> destinations) {
        Optional<Visit> next = before;
        while (next.isPresent() && !next.get().isSamePlaceAs(this)) {
            if (next.get().frame == frame && !next.get().isBranch) {
                destinations.add(next.get());
            }
            next = next.get().before;
        }
        return next;
    }
}
