package thymus.evm.chain;

import java.util.List;
import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.code.Delegation;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.MessageResult;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tiers;
import thymus.evm.interpreter.TransactionContext;
import thymus.evm.precompile.Precompiles;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;
import thymus.evm.state.Log;
import thymus.evm.state.TransactionScope;
import thymus.evm.state.World;

/** Applies transactions to a world: validation, payment, execution and refund. */
public final class TransactionProcessor {
    private final World world;
    private final EvmFork fork;
    private final Evm evm;

    /**
     * A processor for one world.
     *
     * @param tiers decides which code runs compiled
     */
    public TransactionProcessor(World world, EvmFork fork, Tiers tiers) {
        this.world = world;
        this.fork = fork;
        evm = new Evm(world, fork, tiers);
        Precompiles.of(fork).addresses().forEach(world::keepWarm);
    }

    /** The EVM that executes the messages of the transactions. */
    public Evm evm() {
        return evm;
    }

    /**
     * Runs a transaction and keeps its effects.
     *
     * @throws InvalidTransactionException if no block could contain it; the world is unchanged
     * @throws thymus.evm.EvmException if the program needs something unsupported; the world is unchanged
     */
    public Receipt process(Transaction transaction, BlockContext block) {
        return process(transaction, world.account(transaction.sender()), block);
    }

    /**
     * Runs a transaction like {@link #process(Transaction, BlockContext)}.
     *
     * @param sender the account of the transaction's sender
     */
    Receipt process(Transaction transaction, Account sender, BlockContext block) {
        Validity.requireUser(sender, fork);
        return processAsAnyone(transaction, sender, block);
    }

    /**
     * Runs a transaction like {@link #process}, but its sender may be a contract.
     *
     * @param sender the account of the transaction's sender
     */
    Receipt processAsAnyone(Transaction transaction, Account sender, BlockContext block) {
        IntrinsicGas intrinsic = IntrinsicGas.of(transaction, fork);
        Validity.require(transaction, intrinsic, sender, block, fork);
        int snapshot = world.snapshot();
        try {
            return run(transaction, intrinsic, sender, block);
        } catch (RuntimeException failed) {
            world.rollback(snapshot);
            throw failed;
        }
    }

    /**
     * Runs one call of a contract as a part of another sender's transaction, charges nothing, and keeps its effects.
     * {@link TransactionScope#rest} is then the state with which the transaction continues.
     *
     * @param owner ORIGIN, who sent the transaction
     * @param contract CALLER
     * @param before the state that the transaction's earlier calls left; empty for the first call
     * @throws thymus.evm.EvmException if the program needs something unsupported; the world is unchanged
     */
    Receipt enter(
            LocalChain.Call call,
            Account owner,
            Account contract,
            Optional<TransactionScope.Rest> before,
            BlockContext block) {
        int snapshot = world.snapshot();
        try {
            return entered(call, owner, contract, before, block);
        } catch (RuntimeException failed) {
            world.rollback(snapshot);
            throw failed;
        }
    }

    private Receipt entered(
            LocalChain.Call call,
            Account owner,
            Account contract,
            Optional<TransactionScope.Rest> before,
            BlockContext block) {
        TransactionScope scope = world.transaction();
        if (before.isPresent()) {
            scope.resume(before.get());
        } else {
            scope.begin();
            world.setNonce(owner, owner.nonce() + 1);
        }
        scope.warm(owner);
        scope.warm(contract);
        scope.warm(world.account(block.coinbase()));
        if (contract.balance().isBelow(call.value())) {
            return new Receipt(
                    false, new byte[0], 0, List.of(), Optional.empty(), Optional.of(LocalChain.TOO_LITTLE_ETHER));
        }
        Address target = call.to().orElseThrow();
        Account recipient = world.account(target);
        scope.warm(recipient);
        Message message = new Message(
                Message.Kind.CALL, contract.address(), target, target, call.value(), call.data(), call.gas(), false, 0);
        MessageResult outcome =
                evm.execute(message, recipient, block, new TransactionContext(owner.address(), Word.ZERO, List.of()));
        // The protocol deletes them at the end of the transaction. This call may be the last one, so they go now.
        scope.destroyed().forEach(world::delete);
        return new Receipt(
                outcome.ok(),
                outcome.output(),
                call.gas() - outcome.gasLeft(),
                scope.logs(),
                Optional.empty(),
                outcome.haltReason());
    }

    private Receipt run(Transaction transaction, IntrinsicGas intrinsic, Account sender, BlockContext block) {
        TransactionScope scope = world.transaction();
        scope.begin();
        Word price = effectivePrice(transaction, block);
        if (!price.isZero()) {
            pay(sender, price.mul(Word.of(transaction.gasLimit())));
        }
        if (!transaction.blobHashes().isEmpty()) {
            pay(sender, block.blobBaseFee().mul(Word.of(Validity.blobGas(transaction))));
        }
        Address target = transaction.to().orElseGet(() -> Address.created(sender.address(), transaction.nonce()));
        world.setNonce(sender, transaction.nonce() + 1);
        Authorizations.apply(transaction, world, block.chainId());
        Account coinbase = world.account(block.coinbase());
        Account recipient = world.account(target);
        scope.warm(sender);
        scope.warm(coinbase);
        warm(transaction, recipient);

        long gas = transaction.gasLimit() - intrinsic.due();
        Message.Kind kind = transaction.to().isPresent() ? Message.Kind.CALL : Message.Kind.CREATE;
        Message message = new Message(
                kind, sender.address(), target, target, transaction.value(), transaction.data(), gas, false, 0);
        MessageResult outcome = evm.execute(
                message, recipient, block, new TransactionContext(sender.address(), price, transaction.blobHashes()));

        long used = used(transaction, intrinsic.floor(), outcome, scope.refund());
        if (!price.isZero()) {
            credit(sender, price.mul(Word.of(transaction.gasLimit() - used)));
            credit(coinbase, price.sub(block.baseFee()).mul(Word.of(used)));
        }
        scope.destroyed().forEach(world::delete);
        List<Log> logs = scope.logs();
        Optional<Address> created = outcome.ok() && kind.creates() ? Optional.of(target) : Optional.empty();
        return new Receipt(outcome.ok(), outcome.output(), used, logs, created, outcome.haltReason());
    }

    private static long used(Transaction transaction, long floor, MessageResult outcome, long refund) {
        long spent = transaction.gasLimit() - outcome.gasLeft();
        return Math.max(spent - Math.min(spent / 5, refund), floor);
    }

    /** EIP-1559: the base fee plus as much of the priority fee as the cap allows. */
    private static Word effectivePrice(Transaction transaction, BlockContext block) {
        Transaction.Fees fees = transaction.fees();
        if (fees.perGas().isZero()) {
            return Word.ZERO;
        }
        Word room = fees.perGas().sub(block.baseFee());
        return block.baseFee().add(room.isBelow(fees.priority()) ? room : fees.priority());
    }

    private void warm(Transaction transaction, Account target) {
        TransactionScope scope = world.transaction();
        scope.warm(target);
        for (Transaction.AccessEntry entry : transaction.accessList()) {
            Account account = world.account(entry.address());
            scope.warm(account);
            entry.keys().forEach(key -> world.warm(world.slot(account, key)));
        }
        if (fork.includes(EvmFork.PRAGUE)) {
            Optional<Address> delegate = Delegation.target(target.code());
            if (delegate.isPresent()) {
                scope.warm(world.account(delegate.get()));
            }
        }
    }

    private void pay(Account account, Word amount) {
        if (!amount.isZero()) {
            world.setBalance(account, account.balance().sub(amount));
        }
    }

    private void credit(Account account, Word amount) {
        if (!amount.isZero()) {
            world.setBalance(account, account.balance().add(amount));
        }
    }
}
