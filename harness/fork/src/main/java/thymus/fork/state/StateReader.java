package thymus.fork.state;

import java.util.List;

/** Fetches parts of a state from a node. */
interface StateReader {
    /**
     * Reads facts.
     *
     * @return a fact for each wanted account and slot
     * @throws ForkException if the node does not have the state, or a proof fails
     * @throws thymus.fork.rpc.RpcException if the node cannot be asked
     */
    List<Fact> read(ForkState.Wanted wanted);
}
