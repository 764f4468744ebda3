package thymus.spec.monitor;

import java.util.List;
import thymus.spec.Specification;
import thymus.spec.tree.Property;

/** The run-time semantics of properties. */
public final class Monitors {
    private Monitors() {}

    /** The monitors of the properties, in the order of the file. */
    public static List<Monitor> of(Specification specification) {
        return specification.properties().stream().map(Monitors::of).toList();
    }

    public static Monitor of(Property property) {
        return switch (property) {
            case Property.Invariant lemma when !lemma.durations().isEmpty() -> LimitMonitor.ofLemma(lemma);
            case Property.Invariant invariant -> new InvariantMonitor(invariant);
            case Property.Rule rule -> new RuleMonitor(rule);
            case Property.Limit limit -> new LimitMonitor(limit);
            case Property.Isolation isolation -> new IsolationMonitor(isolation);
        };
    }
}
