package thymus.system.crosscheck;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;

/**
 * A transaction with what our EVM made of it.
 *
 * @param where it stands, for readers, such as {@code step 2}
 * @param to empty to deploy
 * @param value in wei
 * @param before the world's snapshot from before it
 * @param given what changed just before it without a transaction: ether that senders are given, and before the first
 *     one all that was there
 * @param changes that it made
 * @param calls of an attacker's contract, in a transaction of its owner; else none
 */
record RecordedTransaction(
        String where,
        Address from,
        Optional<Address> to,
        BigInteger value,
        byte[] data,
        BlockContext block,
        Receipt receipt,
        int before,
        SortedMap<StateEntry, String> given,
        SortedMap<StateEntry, String> changes,
        List<InnerCall> calls) {
    RecordedTransaction {
        given = Collections.unmodifiableSortedMap(given);
        changes = Collections.unmodifiableSortedMap(changes);
        calls = List.copyOf(calls);
    }

    /** Whether no block may contain it. Every transaction that a block contains uses gas. */
    boolean refused() {
        return !receipt.ok() && receipt.gasUsed() == 0;
    }
}
