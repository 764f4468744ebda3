package thymus.fuzz;

import java.util.List;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * A property that has no truth value in a reached state, for example because a view that it reads reverts.
 *
 * @param steps the shrunk sequence that leads to this state
 */
public record PropertyError(Property property, List<Step> steps, String reason) {
    public PropertyError {
        steps = List.copyOf(steps);
    }
}
