package thymus.evm.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.evm.EvmFork;
import thymus.evm.code.Delegation;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Tiers;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** What a transaction costs and which ones are refused; the official state tests hold it to the rest. */
class TransactionProcessorTest {
    private static final Address SENDER = Address.of(0xa1);
    private static final Address TO = Address.of(0xb2);
    private static final Address COINBASE = Address.of(0xcb);
    private static final BlockContext BLOCK = new BlockContext(
            1, 1000, COINBASE, 30_000_000, Word.of(7), Word.ZERO, Word.of(2), Word.ONE, n -> Word.ZERO);
    private static final Word WEALTH = Word.of(1_000_000_000_000L);

    private final World world = new World();

    private static Transaction transaction(
            byte[] data,
            long gas,
            long nonce,
            Transaction.Fees fees,
            List<Word> blobs,
            List<Transaction.Authorization> authorizations) {
        return new Transaction(
                SENDER, Optional.of(TO), Word.ZERO, data, gas, nonce, fees, List.of(), blobs, authorizations);
    }

    private static Transaction plain(byte[] data, long gas, long nonce, Transaction.Fees fees) {
        return transaction(data, gas, nonce, fees, List.of(), List.of());
    }

    private static Transaction.Fees fees(int type, long perGas, long priority) {
        return new Transaction.Fees(type, Word.of(perGas), Word.of(priority), Word.of(5));
    }

    private long process(Transaction transaction, EvmFork fork) {
        world.setBalance(SENDER, WEALTH);
        return new TransactionProcessor(world, fork, Tiers.INTERPRETED)
                .process(transaction, BLOCK)
                .gasUsed();
    }

    private void refused(String why, Transaction transaction, EvmFork fork) {
        InvalidTransactionException refused =
                assertThrows(InvalidTransactionException.class, () -> process(transaction, fork));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertEquals(WEALTH, world.balance(SENDER));
    }

    @Test
    void dataCostsFourAndSixteenAndSincePragueAtLeastTenAndForty() {
        byte[] data = {0, 0, 1};
        assertEquals(21000 + 4 + 4 + 16, process(plain(data, 100_000, 0, fees(2, 7, 0)), EvmFork.CANCUN));
        assertEquals(21000 + 10 + 10 + 40, process(plain(data, 100_000, 1, fees(2, 7, 0)), EvmFork.OSAKA));
    }

    @Test
    void theBaseFeeIsBurntAndThePriorityFeeGoesToTheCoinbase() {
        process(plain(new byte[0], 21000, 0, fees(2, 100, 3)), EvmFork.OSAKA);
        assertEquals(Word.of(21000 * 3), world.balance(COINBASE));
        assertEquals(WEALTH.sub(Word.of(21000 * 10)), world.balance(SENDER));
    }

    @Test
    void blobsAreBurntByTheirBaseFee() {
        process(
                transaction(new byte[0], 21000, 0, fees(3, 7, 0), List.of(Word.of(1L << 56, 0, 0, 9)), List.of()),
                EvmFork.OSAKA);
        assertEquals(WEALTH.sub(Word.of(21000 * 7 + 131072 * 2)), world.balance(SENDER));
    }

    @Test
    void anAuthorizationMakesItsSignerDelegate() {
        Address signer = Address.of(0x51);
        Transaction.Authorization good = new Transaction.Authorization(Word.ONE, TO, Word.ZERO, Optional.of(signer));
        Transaction.Authorization otherChain =
                new Transaction.Authorization(Word.of(2), COINBASE, Word.ONE, Optional.of(signer));
        process(
                transaction(new byte[0], 200_000, 0, fees(4, 7, 0), List.of(), List.of(good, otherChain)),
                EvmFork.PRAGUE);
        assertEquals(Optional.of(TO), Delegation.target(world.code(signer)));
        assertEquals(1, world.nonce(signer));
    }

    @Test
    void anUnsignableAuthorizationHasNoSigner() {
        assertTrue(Transaction.Authorization.signed(Word.ONE, TO, Word.ZERO, BigInteger.ZERO, Word.ONE, Word.MAX)
                .signer()
                .isEmpty());
        assertTrue(Transaction.Authorization.signed(Word.ONE, TO, Word.ZERO, BigInteger.TWO, Word.ONE, Word.ONE)
                .signer()
                .isEmpty());
    }

    @Test
    void whatNoBlockMayContainIsRefused() {
        byte[] none = new byte[0];
        refused("nonce 1, but the account's is 0", plain(none, 21000, 1, fees(2, 7, 0)), EvmFork.OSAKA);
        refused("below the 21000", plain(none, 20999, 0, fees(2, 7, 0)), EvmFork.OSAKA);
        refused("below the base fee", plain(none, 21000, 0, fees(2, 6, 0)), EvmFork.OSAKA);
        refused("priority fee above", plain(none, 21000, 0, fees(2, 7, 8)), EvmFork.OSAKA);
        refused("above the cap of 16777216", plain(none, 16777217, 0, fees(2, 7, 0)), EvmFork.OSAKA);
        refused("type 3 without blobs", plain(none, 21000, 0, fees(3, 7, 0)), EvmFork.OSAKA);
        refused(
                "unknown version",
                transaction(none, 21000, 0, fees(3, 7, 0), List.of(Word.ONE), List.of()),
                EvmFork.OSAKA);
        refused("type 4 before Prague", plain(none, 21000, 0, fees(4, 7, 0)), EvmFork.CANCUN);
        refused("type 4 without authorizations", plain(none, 21000, 0, fees(4, 7, 0)), EvmFork.OSAKA);
        refused("greatest gas cost", plain(none, 16_000_000, 0, fees(2, 1_000_000, 0)), EvmFork.OSAKA);
    }
}
