package thymus.system.execution;

import java.util.Set;
import thymus.contracts.abi.Selector;
import thymus.evm.interpreter.Message;
import thymus.evm.primitive.Address;

/**
 * Control has left a contract.
 *
 * @param running the functions that the contract was in the middle of, of those that somebody asks for
 * @param message the call or the creation with which it left
 * @param moment what the callee finds
 */
record Departed(Address contract, Set<Selector> running, Message message, InnerMoment moment) {
    Departed {
        running = Set.copyOf(running);
    }
}
