package thymus.ci.verdict;

import java.util.List;
import java.util.Optional;
import thymus.fork.state.ForkPoint;

/**
 * The inputs and tools of a check. With the file and the seed they identify the run, so that the report
 * stands alone.
 *
 * @param solver name and version
 * @param fork the state that the system began with; empty: an empty chain
 * @param contracts in the order of their deployment
 */
public record Basis(String solver, Optional<ForkPoint> fork, List<CheckedContract> contracts, UsedOptions options) {
    public Basis {
        contracts = List.copyOf(contracts);
    }
}
