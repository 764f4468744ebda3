package thymus.solver.proof;

import java.util.List;
import thymus.solver.property.Explorer;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.DeployedSource;

/**
 * Any state that transactions may lead to, and every transaction from it.
 *
 * <p>Plain fields that no transaction changes keep what setup gave them. Which ones those are is found by assuming all, and
 * giving up those that some path writes, until none does: an invariant, and the one that makes code simple.
 *
 * <p>Where a function was not read to its end, that holds but for this function.
 *
 * @param inside the same for the moments within transactions at which code that nobody knows may enter the system, where
 *     less or more is known of it than between transactions
 */
record ArbitraryState(
        ArbitrarySource source, SymbolicState state, Explorer.Exploration exploration, List<ArbitraryState> inside) {
    ArbitraryState {
        inside = List.copyOf(inside);
    }

    /** @param deployed the state after setup */
    static ArbitraryState explore(SystemModel model, Explorer explorer, DeployedSource.Known deployed) {
        return new ReentrancyAnalysis(model, explorer, deployed).explore();
    }

    List<SymbolicTransaction> transactions() {
        return exploration.transactions();
    }
}
