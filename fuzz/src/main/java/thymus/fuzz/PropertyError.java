package thymus.fuzz;

import java.util.List;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * A property that has no truth value in a state that was reached, such as when a view it reads reverts.
 *
 * @param steps shrunk; they lead to that state
 */
public record PropertyError(Property property, List<Step> steps, String reason) {
    public PropertyError {
        steps = List.copyOf(steps);
    }
}
