package thymus.fuzz;

import java.util.List;
import thymus.spec.tree.Property;

/**
 * Hears of a campaign on the thread that runs it: of its progress at most once every {@link #EVERY} transactions, and of
 * each finding.
 */
public interface CampaignListener {
    int EVERY = 1_000;

    CampaignListener SILENT = new CampaignListener() {};

    /**
     * @param transactions so far
     * @param coverage distinct features so far
     * @param findings how many properties are broken so far
     */
    record Progress(long transactions, int coverage, int findings, List<CampaignResult.PropertyFigures> properties) {}

    /** @return whether to go on; false ends the campaign as its deadline would */
    default boolean progress(Progress progress) {
        return true;
    }

    /** After each batch and before a finding is shrunk, which takes time of its own: what is lost if no more is heard. */
    default void tried(Progress soFar) {}

    default void found(Finding finding) {}

    default void failed(PropertyError error) {}

    /** A fault of Thymus while it judged the property, which is not watched any further. */
    default void crashed(Property property, Throwable fault) {}
}
