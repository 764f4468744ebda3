package thymus.evm.statetest;

import java.util.Map;
import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.chain.Transaction;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * One transaction on a given state, and what must come of it.
 *
 * @param transaction empty where its fields cannot be held by any transaction, which must then be rejected
 */
record StateTest(
        String name,
        EvmFork fork,
        Map<Address, AccountState> before,
        BlockContext block,
        Optional<Transaction> transaction,
        Expected expected) {

    /** An account as the tests write it. */
    record AccountState(Word balance, long nonce, Bytecode code, Map<Word, Word> storage) {
        boolean exists() {
            return nonce != 0 || code.size() != 0 || !balance.isZero();
        }
    }

    /**
     * What must come of it.
     *
     * @param logsHash keccak-256 of the RLP of the logs
     * @param stateRoot of the Merkle-Patricia tree of all accounts
     * @param accounts the whole state; empty where the test tells its root only
     * @param rejection why the transaction is invalid; empty where it is valid
     */
    record Expected(
            Word logsHash, Word stateRoot, Optional<Map<Address, AccountState>> accounts, Optional<String> rejection) {}
}
