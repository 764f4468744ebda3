package thymus.harness.system;

import thymus.harness.world.Address;
import thymus.harness.world.TransactionScope;

/**
 * A transaction of an attacker's contract after one of its calls.
 *
 * @param rest what its next call finds
 */
record OpenTransaction(Address contract, TransactionScope.Rest rest, EntryGas gas) {}
