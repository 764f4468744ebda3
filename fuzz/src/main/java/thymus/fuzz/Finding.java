package thymus.fuzz;

import java.util.List;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * A property that a campaign broke.
 *
 * @param steps shrunk; the property is false after the last one and true before it; none if it is false after setup
 * @param explanation the failing part with the values of both sides
 */
public record Finding(Property property, List<Step> steps, String explanation) {
    public Finding {
        steps = List.copyOf(steps);
    }
}
