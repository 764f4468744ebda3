package thymus.fuzz;

import java.util.List;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * Receives the events of a campaign on the campaign's thread: progress at most once every {@link #EVERY} transactions,
 * and each finding.
 */
public interface CampaignListener {
    int EVERY = 1_000;

    CampaignListener SILENT = new CampaignListener() {};

    /**
     * @param transactions the transactions so far
     * @param coverage the number of distinct features so far
     * @param findings the number of broken properties so far
     */
    record Progress(long transactions, int coverage, int findings, List<CampaignResult.PropertyFigures> properties) {}

    /** @return whether the campaign continues; false ends it like the deadline */
    default boolean progress(Progress progress) {
        return true;
    }

    /**
     * Called after each batch and before a finding is shrunk, which takes extra time. The figures are those to report
     * if the campaign is killed.
     */
    default void tried(Progress soFar) {}

    /** Asked when a property is broken or has no truth value for the first time: whether the sequence is shrunk. */
    default boolean shrinks(Property property) {
        return true;
    }

    /** A sequence reached what none before it did; without steps that reverted. */
    default void novel(List<Step> steps) {}

    default void found(Finding finding) {}

    default void failed(PropertyError error) {}

    /** Thymus failed while it judged the property. The campaign no longer watches this property. */
    default void crashed(Property property, Throwable fault) {}
}
