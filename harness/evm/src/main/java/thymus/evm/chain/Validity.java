package thymus.evm.chain;

import java.math.BigInteger;
import java.util.function.Supplier;
import thymus.evm.EvmFork;
import thymus.evm.code.Delegation;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;

/** Checks whether a block may contain a transaction: EIPs 1559, 2681, 3607, 3860, 4844, 7594, 7702 and 7825. */
final class Validity {
    private static final long TRANSACTION_GAS_CAP = 1 << 24;
    private static final int INIT_CODE_LIMIT = 49152;

    private Validity() {}

    /** @throws InvalidTransactionException if the transaction breaks a rule; the message names the rule */
    static void require(Transaction t, IntrinsicGas intrinsic, Account sender, BlockContext block, EvmFork fork) {
        fees(t, block);
        gas(t, intrinsic.needed(), block, fork);
        require(t.to().isPresent() || t.data().length <= INIT_CODE_LIMIT, () -> "init code over 49152 bytes");
        require(
                sender.nonce() == t.nonce(),
                () -> "nonce " + Long.toUnsignedString(t.nonce()) + ", but the account's is "
                        + Long.toUnsignedString(sender.nonce()));
        require(t.nonce() != -1L, () -> "nonce at its maximum");
        blobs(t, block, fork);
        if (t.fees().type() == 4) {
            require(fork.includes(EvmFork.PRAGUE), () -> "type 4 before Prague");
            require(t.to().isPresent(), () -> "type 4 cannot create a contract");
            require(!t.authorizations().isEmpty(), () -> "type 4 without authorizations");
        }
        require(affords(sender.balance(), t), () -> "the sender's balance is below value and greatest gas cost");
    }

    /** @throws InvalidTransactionException if the sender is a contract (EIP-3607) without a delegation (EIP-7702) */
    static void requireUser(Account sender, EvmFork fork) {
        require(
                sender.code().size() == 0
                        || (fork.includes(EvmFork.PRAGUE)
                                && Delegation.target(sender.code()).isPresent()),
                () -> "the sender is a contract");
    }

    private static void fees(Transaction t, BlockContext block) {
        require(!t.fees().perGas().isBelow(t.fees().priority()), () -> "priority fee above the fee cap");
        require(!t.fees().perGas().isBelow(block.baseFee()), () -> "fee cap below the base fee of the block");
    }

    private static void gas(Transaction t, long needed, BlockContext block, EvmFork fork) {
        require(
                t.gasLimit() >= 0 && t.gasLimit() <= block.gasLimit(),
                () -> "gas limit " + Long.toUnsignedString(t.gasLimit()) + " above that of the block, "
                        + block.gasLimit());
        require(
                !fork.includes(EvmFork.OSAKA) || t.gasLimit() <= TRANSACTION_GAS_CAP,
                () -> "gas limit " + t.gasLimit() + " above the cap of 16777216");
        require(
                t.gasLimit() >= needed,
                () -> "gas limit " + t.gasLimit() + " below the " + needed + " that are due anyway");
    }

    private static void blobs(Transaction t, BlockContext block, EvmFork fork) {
        if (t.fees().type() != 3) {
            return;
        }
        int perBlock = fork.includes(EvmFork.PRAGUE) ? 9 : 6;
        int perTransaction = fork.includes(EvmFork.OSAKA) ? 6 : perBlock;
        require(t.to().isPresent(), () -> "type 3 cannot create a contract");
        require(!t.blobHashes().isEmpty(), () -> "type 3 without blobs");
        require(t.blobHashes().size() <= perTransaction, () -> "more than " + perTransaction + " blobs");
        require(t.blobHashes().stream().allMatch(h -> h.limb(3) >>> 56 == 1), () -> "blob hash of an unknown version");
        require(!t.fees().perBlobGas().isBelow(block.blobBaseFee()), () -> "blob fee cap below the blob base fee");
    }

    private static boolean affords(Word balance, Transaction t) {
        boolean free = t.fees().perGas().isZero() && t.blobHashes().isEmpty();
        return free ? !balance.isBelow(t.value()) : balance.toBigInteger().compareTo(greatestCost(t)) >= 0;
    }

    private static BigInteger greatestCost(Transaction t) {
        return t.fees()
                .perGas()
                .toBigInteger()
                .multiply(BigInteger.valueOf(t.gasLimit()))
                .add(t.fees().perBlobGas().toBigInteger().multiply(BigInteger.valueOf(blobGas(t))))
                .add(t.value().toBigInteger());
    }

    /** The gas of the transaction's blobs. */
    static long blobGas(Transaction t) {
        return 131072L * t.blobHashes().size();
    }

    /** Builds the message only on failure, because every transaction of a campaign is checked here. */
    private static void require(boolean condition, Supplier<String> otherwise) {
        if (!condition) {
            throw new InvalidTransactionException(otherwise.get());
        }
    }
}
