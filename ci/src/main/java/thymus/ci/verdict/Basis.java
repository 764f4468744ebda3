package thymus.ci.verdict;

import java.util.List;
import java.util.Optional;
import thymus.fork.state.ForkPoint;

/**
 * What a check worked on and with. Together with file and seed it says which run a report is of, so that the report
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
