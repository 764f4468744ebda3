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
 * One jump destination or open branch that a path came through, and those before it.
 *
 * @param frame the serial number of the frame
 * @param stack how many words were on its stack
 * @param condition of a branch
 */
record Visit(Optional<Visit> before, int frame, int pc, int stack, boolean isBranch, Optional<BoolTerm> condition) {
    /** Whether it is the same place of the same frame. */
    boolean isSamePlaceAs(Visit other) {
        return frame == other.frame && pc == other.pc && stack == other.stack && isBranch == other.isBranch;
    }

    /**
     * The head of the loop whose last round ends here: of the jump destinations of this round that have the fewest words
     * on the stack, the first in the code. Compilers put the condition there.
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
     * Whether the branch counts: its condition is the one of the last time but for a number, and rounds may be many until it
     * turns.
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
     * Collects the jump destinations of this frame since the last time at this place.
     *
     * @return that time
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
