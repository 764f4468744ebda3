package thymus.solver.proof;

import java.util.List;
import java.util.Set;
import thymus.solver.property.Explorer;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.DeployedSource;
import thymus.solver.state.Region;

/**
 * An arbitrary reachable state, and every transaction from it.
 *
 * <p>Plain fields that no transaction changes keep their values of setup. They are found as a fixpoint: all fields are
 * assumed constant, and those that some path writes are given up. This invariant makes code simple.
 *
 * <p>If a function was not explored completely, this excludes the function.
 *
 * @param inside the same for the moments within transactions at which unknown code may enter the system; the knowledge
 *     about them differs from that between transactions
 * @param isEntered whether unknown code may enter the system within a transaction in such a state as well
 * @param writtenAtCalls the storage that some path has written where it calls unknown code, be it undone later
 */
record ArbitraryState(
        ArbitrarySource source,
        SymbolicState state,
        Explorer.Exploration exploration,
        List<ArbitraryState> inside,
        boolean isEntered,
        Set<Region> writtenAtCalls) {
    ArbitraryState {
        inside = List.copyOf(inside);
        writtenAtCalls = Set.copyOf(writtenAtCalls);
    }

    /** @param deployed the state after setup */
    static ArbitraryState explore(SystemModel model, Explorer explorer, DeployedSource.Known deployed) {
        return new ReentrancyAnalysis(model, explorer, deployed).explore();
    }

    List<SymbolicTransaction> transactions() {
        return exploration.transactions();
    }
}
