package thymus.fork.state;

import java.util.List;

/** Asks a node for parts of a state. */
interface StateReader {
    /**
     * @return a fact for each account and slot that is wanted
     * @throws ForkException if the node does not have the state, or lies
     * @throws thymus.fork.rpc.RpcException if it cannot be asked
     */
    List<Fact> read(ForkState.Wanted wanted);
}
