package thymus.ci.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options that a verdict may depend on, defaults filled in. The state of a fork is told apart from them, because a
 * URL may hold a key.
 *
 * @param judge when the fuzzer judges invariants, as on the command line
 * @param only names of the properties that were chosen; none: all
 * @param artifacts where the compiled contracts were said to be
 * @param verifyProofs whether a node had to prove what it said of the fork
 * @param independent whether a second EVM was asked, as on the command line
 * @param corpus the folder whose sequences ran first
 */
public record UsedOptions(
        Duration budget,
        long transactions,
        int sequenceLength,
        String judge,
        boolean fuzzOnly,
        List<String> only,
        Optional<String> artifacts,
        boolean verifyProofs,
        Optional<Requirement> requirement,
        String independent,
        Optional<String> corpus) {
    public UsedOptions {
        only = List.copyOf(only);
    }
}
