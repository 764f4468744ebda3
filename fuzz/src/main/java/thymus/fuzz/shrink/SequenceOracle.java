package thymus.fuzz.shrink;

import java.util.List;
import java.util.OptionalInt;
import thymus.system.execution.Step;

/** Runs a sequence from the state after setup and says where it breaks the one property that is being shrunk. */
@FunctionalInterface
public interface SequenceOracle {
    /** @return the index of the step after which the property is false for the first time; empty if it never is */
    OptionalInt brokenAt(List<Step> steps);
}
