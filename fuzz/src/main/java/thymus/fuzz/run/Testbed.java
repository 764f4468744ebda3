package thymus.fuzz.run;

import java.util.List;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.spec.tree.Property;

/**
 * All that running sequences needs.
 *
 * @param subjects equal ones, one for each thread, at least one
 * @param dictionary to begin with
 * @param properties in the order of the subjects' numbers
 */
public record Testbed(
        List<MonitoredSystem> subjects,
        Universe universe,
        ShrinkRules rules,
        Dictionary dictionary,
        List<Property> properties) {
    public Testbed {
        subjects = List.copyOf(subjects);
        properties = List.copyOf(properties);
    }

    MonitoredSystem subject() {
        return subjects.getFirst();
    }
}
