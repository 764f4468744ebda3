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
 * A transaction and its result in our EVM.
 *
 * @param where the transaction's name for a reader, such as {@code step 2}
 * @param to the target; empty for a deployment
 * @param value in wei
 * @param before the world's snapshot before the transaction
 * @param given the changes just before it that no transaction made: ether given to senders, and for the first
 *     transaction the whole initial state
 * @param changes the changes by the transaction
 * @param calls the calls by an attacker's contract if its owner sends the transaction; otherwise empty
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

    /**
     * Returns whether the transaction is invalid, so that no block may contain it. Every valid transaction uses gas.
     */
    boolean refused() {
        return !receipt.ok() && receipt.gasUsed() == 0;
    }
}
