package thymus.system.execution;

import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** Ether that a transaction moved from one account to another, in wei, more than none. */
record EtherMove(Address from, Address to, Word value) {}
