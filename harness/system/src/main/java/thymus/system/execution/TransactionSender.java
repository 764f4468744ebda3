package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.contracts.layout.Preimages;
import thymus.evm.chain.InvalidTransactionException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.TransactionScope;

/** Sends a system's transactions with the tracers that record mapping keys or were added by the caller. */
final class TransactionSender {
    private final LocalChain chain;
    private final AccountNames accounts;
    private final StepNotes notes;
    private final InsideNotes inside;
    private final Gifts gifts;
    private final ChainGuard guard;
    private final boolean isGuarded;
    private Tracer watchers;
    private Coverage coverage = Coverage.NONE;

    TransactionSender(
            LocalChain chain,
            AccountNames accounts,
            Preimages preimages,
            WrittenSlots slots,
            boolean watchesEther,
            boolean watchesCalls,
            boolean isGuarded,
            ChainPlaces places,
            InsideNotes inside) {
        this.chain = chain;
        this.accounts = accounts;
        this.notes = new StepNotes(preimages, slots, watchesEther, watchesCalls);
        this.inside = inside;
        this.guard = new ChainGuard(places, accounts);
        this.isGuarded = isGuarded;
        this.gifts = new Gifts(chain.world());
        watch(Tracer.NONE, Coverage.NONE);
    }

    void watch(Tracer tracer, Coverage blocks) {
        coverage = blocks;
        Tracer own = inside.isIdle() ? notes : Watchers.of(notes, inside);
        watchers = Watchers.of(isGuarded ? Watchers.of(own, guard) : own, tracer);
    }

    /** Who notices calls from one chain to another. */
    ChainGuard guard() {
        return guard;
    }

    /**
     * Sends a transaction.
     *
     * @param to the target; empty for a deployment
     * @throws ImpossibleTransactionException if the transaction is invalid
     */
    Receipt send(Address from, Optional<Address> to, BigInteger value, byte[] data) {
        return send(from, accounts.nameOf(from).isPresent(), to, value, data);
    }

    /**
     * Like {@link #send(Address, Optional, BigInteger, byte[])}.
     *
     * @param named whether the specification names the sender
     */
    Receipt send(Address from, boolean named, Optional<Address> to, BigInteger value, byte[] data) {
        requireAmount(value);
        return send(new LocalChain.Call(from, to, Word.of(value), data, DeployedSystem.GAS), named, value);
    }

    /**
     * Sends a transaction whose value fits 256 bits.
     *
     * @param named whether the specification names the sender
     */
    Receipt send(LocalChain.Call call, boolean named, BigInteger value) {
        // An actor of a fork may be a contract, such as a wallet or a timelock. Its decisions are executed as its
        // transactions.
        return watched(() -> named ? chain.sendAsAnyone(call) : chain.send(call), call.from(), value);
    }

    /**
     * Executes a call of an attacker's contract. Its value must fit 256 bits.
     *
     * @param before the transaction's state; empty for its first call
     */
    Receipt enter(LocalChain.Call call, Optional<TransactionScope.Rest> before) {
        return watched(
                () -> chain.enter(call, AttackerContract.OWNER, before),
                call.from(),
                call.value().toBigInteger());
    }

    private Receipt watched(Supplier<Receipt> sending, Address from, BigInteger value) {
        notes.begin();
        inside.begin();
        chain.setTracer(watchers);
        chain.setCoverage(coverage);
        try {
            return sending.get();
        } catch (InvalidTransactionException e) {
            throw new ImpossibleTransactionException(
                    balance(from).compareTo(value) < 0
                            ? accounts.text(Convert.number(from)) + " has too little ether"
                            : e.getMessage());
        } finally {
            chain.setTracer(Tracer.NONE);
            chain.setCoverage(Coverage.NONE);
        }
    }

    static void requireAmount(BigInteger value) {
        if (value.bitLength() > 256) {
            throw new ImpossibleTransactionException(
                    value + " wei is not an amount of ether: it does not fit 256 bits");
        }
    }

    /** A footprint of the possible writes of the last transaction, if it succeeded. */
    long written() {
        return notes.written();
    }

    /** The ether that the last transaction moved; nothing unless a flow asks. */
    List<EtherMove> moves() {
        return notes.moves();
    }

    /** The calls that ran in the last transaction and were not undone; nothing unless a property asks. */
    List<ExecutedCall> calls() {
        return notes.calls();
    }

    /** The moments within the last transaction of which properties speak. */
    InsideNotes inside() {
        return inside;
    }

    /** Gives an actor its initial balance. */
    void fund(Address actor) {
        if (balance(actor).compareTo(DeployedSystem.ALLOWANCE) < 0) {
            chain.world().setBalance(actor, Word.of(DeployedSystem.ALLOWANCE));
        }
    }

    Gifts gifts() {
        return gifts;
    }

    private BigInteger balance(Address account) {
        return chain.world().balance(account).toBigInteger();
    }
}
