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
 * One transaction on a given state and the expected outcome.
 *
 * @param transaction empty if no transaction can hold its fields; the test then expects a rejection
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
     * The expected outcome.
     *
     * @param logsHash keccak-256 of the RLP of the logs
     * @param stateRoot of the Merkle-Patricia tree of all accounts
     * @param accounts the whole state; empty if the test states its root only
     * @param rejection why the transaction is invalid; empty if it is valid
     */
    record Expected(
            Word logsHash, Word stateRoot, Optional<Map<Address, AccountState>> accounts, Optional<String> rejection) {}
}
