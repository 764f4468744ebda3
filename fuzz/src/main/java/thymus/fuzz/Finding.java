package thymus.fuzz;

import java.util.List;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * A property that the campaign broke.
 *
 * @param steps the shrunk sequence; the property is false after its last step and true before; empty if it is false
 *     after setup
 * @param explanation the part that fails, with the values of both sides
 */
public record Finding(Property property, List<Step> steps, String explanation) {
    public Finding {
        steps = List.copyOf(steps);
    }
}
