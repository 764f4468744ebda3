package thymus.ci.check;

import java.util.List;
import java.util.Optional;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.ReachedMaximum;
import thymus.spec.tree.Property;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;

/** Replays proposed sequences: nothing is called falsified that it has not seen break. */
public interface CounterexampleConfirmer {
    /**
     * Runs the steps on a freshly deployed system with the parameters and, if they break the property, writes the
     * replay file.
     *
     * @return empty if the property holds throughout
     */
    Optional<ConfirmedCounterexample> confirm(
            Property property, Scenario scenario, ConfirmedCounterexample.Origin origin);

    /**
     * Runs the steps on a freshly deployed system and, if they lead where the property has no truth value, writes the
     * replay file.
     *
     * @return empty if the property has one throughout
     */
    Optional<ConfirmedCounterexample> undefined(
            Property property, Scenario scenario, ConfirmedCounterexample.Origin origin);

    /**
     * Shrinks the steps as long as what the property maximizes comes to no less, runs them on a freshly deployed
     * system, and writes the replay file.
     *
     * @return empty if neither the value nor a larger one is seen again
     */
    default Optional<ReachedMaximum> reached(Property property, List<Step> steps) {
        return Optional.empty();
    }
}
