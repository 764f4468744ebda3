package thymus.system.execution;

import thymus.evm.primitive.Address;
import thymus.evm.state.TransactionScope;

/**
 * A transaction of an attacker's contract after one of its calls.
 *
 * @param rest the state of the transaction for its next call
 */
record OpenTransaction(Address contract, TransactionScope.Rest rest, EntryGas gas) {}
