package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One jump destination or open branch that a path came through, and those before it.
 *
 * @param frame the serial number of the frame
 * @param stack how many words were on its stack
 */
record Visit(Optional<Visit> before, int frame, int pc, int stack, boolean isBranch) {
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
