package thymus.solver.symbolic;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What stands for the run of a created contract's code if some path through it cannot be read: the same call of unknown
 * code. Shared by all paths through that code.
 */
final class Retreat {
    private final Path before;
    private final Predicate<Path> unknown;
    private boolean isTaken;

    /**
     * @param before the path before the code runs; it is not to be used elsewhere
     * @param unknown calls unknown code in place of the code, and returns whether the path continues
     */
    Retreat(Path before, Predicate<Path> unknown) {
        this.before = before;
        this.unknown = unknown;
    }

    /** The path to follow instead; empty if it was taken before, or ends at once. */
    Optional<Path> take() {
        if (isTaken) {
            return Optional.empty();
        }
        isTaken = true;
        return unknown.test(before) ? Optional.of(before) : Optional.empty();
    }

    /** The path before the code runs. */
    Path before() {
        return before;
    }
}
