package thymus.system.execution;

import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.evm.state.TransactionScope;

/**
 * A transaction of an attacker's contract after one of its calls.
 *
 * @param rest the state of the transaction for its next call
 * @param chain on which the transaction is; empty where there is one only, or none was entered yet
 */
record OpenTransaction(Address contract, TransactionScope.Rest rest, EntryGas gas, Optional<String> chain) {}
