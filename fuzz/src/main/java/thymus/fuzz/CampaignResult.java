package thymus.fuzz;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Property;

/**
 * What a campaign saw.
 *
 * @param transactions run, those of shrinking left out
 * @param coverage distinct control-flow edges and other features of executions
 * @param properties one for each that was judged, in the order of the options
 * @param functions one for each that the adversary may call, in the order of the specification
 * @param stops why sequences could not be run to their end, each reason once: what lies behind such a transaction was not
 *     looked at
 * @param fingerprint of every transaction in order: equal for equal campaigns
 */
public record CampaignResult(
        long transactions,
        long sequences,
        int coverage,
        List<Finding> findings,
        List<PropertyError> errors,
        List<PropertyFigures> properties,
        List<FunctionFigures> functions,
        List<String> stops,
        long fingerprint) {
    /**
     * @param judged how often the property was judged
     * @param slack how near the nearest judgement came to a violation; empty where nothing is compared
     * @param doubt why it could not be judged somewhere, in a sentence; empty if it always could
     */
    public record PropertyFigures(Property property, long judged, Optional<BigInteger> slack, Optional<String> doubt) {}

    /** @param name such as {@code vault.withdraw(uint256)} */
    public record FunctionFigures(String name, long ok, long reverted) {}

    public CampaignResult {
        findings = List.copyOf(findings);
        errors = List.copyOf(errors);
        properties = List.copyOf(properties);
        functions = List.copyOf(functions);
        stops = List.copyOf(stops);
    }
}
