package thymus.fuzz.run;

import java.util.List;
import thymus.fuzz.generate.Dictionary;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.spec.tree.Property;

/**
 * Everything that a campaign needs to run sequences.
 *
 * @param subjects equal systems, one for each thread, at least one
 * @param dictionary the initial dictionary
 * @param properties the properties in the order of their indices in the subjects
 * @param blocks what is known of the code's blocks as goals
 */
public record Testbed(
        List<MonitoredSystem> subjects,
        Universe universe,
        ShrinkRules rules,
        Dictionary dictionary,
        List<Property> properties,
        BlockGoals blocks) {
    /** Without goals. */
    public Testbed(
            List<MonitoredSystem> subjects,
            Universe universe,
            ShrinkRules rules,
            Dictionary dictionary,
            List<Property> properties) {
        this(subjects, universe, rules, dictionary, properties, BlockGoals.NONE);
    }

    public Testbed {
        subjects = List.copyOf(subjects);
        properties = List.copyOf(properties);
    }

    MonitoredSystem subject() {
        return subjects.getFirst();
    }
}
