package thymus.fuzz.shrink;

import java.util.List;
import java.util.OptionalInt;
import thymus.system.execution.Step;

/** Runs a sequence from the state after setup and returns the step that breaks the property being shrunk. */
@FunctionalInterface
public interface SequenceOracle {
    /** Whether there is no time left: what is the best then stays. */
    default boolean expired() {
        return false;
    }

    /** @return the index of the step after which the property is first false; empty if it never is */
    OptionalInt brokenAt(List<Step> steps);

    /** The steps with what follows from their other values put right, such as signatures of them. */
    default List<Step> amended(List<Step> steps) {
        return steps;
    }
}
