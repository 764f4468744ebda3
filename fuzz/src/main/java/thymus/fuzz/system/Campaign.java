package thymus.fuzz.system;

import java.util.List;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.GoalSolver;
import thymus.fuzz.run.CampaignLoop;
import thymus.fuzz.run.Testbed;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/**
 * Searches for transaction sequences that break properties of a deployed system.
 *
 * <p>Every sequence starts in the state after setup. A broken property is shrunk, reported and no longer watched; the
 * campaign continues with the others.
 */
public final class Campaign {
    private final CampaignLoop exploration;

    /**
     * @param system the system after setup; the campaign owns it until {@link #run} returns, and leaves it in an
     *     unspecified state
     */
    public Campaign(DeployedSystem system, CampaignOptions options, CampaignListener listener) {
        this(List.of(system), options, listener);
    }

    /** @param systems equal systems, one for each thread; their number does not affect the result */
    public Campaign(List<DeployedSystem> systems, CampaignOptions options, CampaignListener listener) {
        this(systems, options, listener, GoalSolver.NONE);
    }

    /**
     * @param systems equal systems, one for each thread; their number does not affect the result
     * @param goals is asked for ways into code that the campaign does not reach
     */
    public Campaign(
            List<DeployedSystem> systems, CampaignOptions options, CampaignListener listener, GoalSolver goals) {
        List<Property> properties = options.properties().isEmpty()
                ? systems.getFirst().specification().properties()
                : options.properties();
        Testbed testbed = SystemTestbed.of(systems, properties);
        List<List<Step>> tries =
                options.tries().stream().filter(testbed.rules()::allowed).toList();
        List<List<Step>> seeds =
                options.seeds().stream().filter(testbed.rules()::allowed).toList();
        exploration = new CampaignLoop(testbed, options.trying(tries).startingFrom(seeds), listener, goals);
    }

    /**
     * Runs until the budget is used up, every property is broken, the time is over, the listener ends the campaign, or
     * the thread is interrupted.
     */
    public CampaignResult run() {
        return exploration.run();
    }
}
