package thymus.fuzz;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * The result of a campaign.
 *
 * @param transactions the executed transactions, without those of shrinking
 * @param coverage the number of distinct control-flow edges and other features of executions
 * @param properties one entry for each judged property, in the order of the options
 * @param functions one entry for each function that the adversary may call, in the order of the specification
 * @param stops the reasons why sequences ended early, each once; the campaign did not explore beyond these transactions
 * @param corpus the sequences that reached new features, which another campaign may start from
 * @param fingerprint a hash of all transactions in order; equal campaigns have equal fingerprints
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
        List<List<Step>> corpus,
        long fingerprint) {
    /**
     * @param judged the number of judgements
     * @param slack the least distance to a violation; empty if the property compares nothing
     * @param doubt a sentence that says why some judgement was undecided; empty if none was
     * @param best the steps to the largest value of what the property maximizes; empty if it maximizes nothing, or was
     *     never judged
     */
    public record PropertyFigures(
            Property property,
            long judged,
            Optional<BigInteger> slack,
            Optional<String> doubt,
            Optional<List<Step>> best) {}

    /**
     * @param name such as {@code vault.withdraw(uint256)}
     * @param reasons why calls failed, the most frequent first; none where some succeeded
     */
    public record FunctionFigures(String name, long ok, long reverted, List<String> reasons) {
        public FunctionFigures {
            reasons = List.copyOf(reasons);
        }
    }

    public CampaignResult {
        findings = List.copyOf(findings);
        errors = List.copyOf(errors);
        properties = List.copyOf(properties);
        functions = List.copyOf(functions);
        stops = List.copyOf(stops);
        corpus = corpus.stream().map(List::copyOf).toList();
    }
}
