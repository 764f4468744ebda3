package thymus.system.execution;

import java.math.BigInteger;
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

/** Sends a system's transactions, with those watching who notice the keys of mappings or were asked for. */
final class TransactionSender {
    private final LocalChain chain;
    private final AccountNames accounts;
    private final StepNotes notes;
    private final Gifts gifts;
    private Tracer watchers;
    private Coverage coverage = Coverage.NONE;

    TransactionSender(LocalChain chain, AccountNames accounts, Preimages preimages, WrittenSlots slots) {
        this.chain = chain;
        this.accounts = accounts;
        this.notes = new StepNotes(preimages, slots);
        this.gifts = new Gifts(chain.world());
        watch(Tracer.NONE, Coverage.NONE);
    }

    void watch(Tracer tracer, Coverage blocks) {
        coverage = blocks;
        watchers = Watchers.of(notes, tracer);
    }

    /**
     * Sends a transaction.
     *
     * @param to empty to deploy
     * @throws ImpossibleTransactionException where no block would contain it
     */
    Receipt send(Address from, Optional<Address> to, BigInteger value, byte[] data) {
        return send(from, accounts.nameOf(from).isPresent(), to, value, data);
    }

    /**
     * As {@link #send(Address, Optional, BigInteger, byte[])}.
     *
     * @param named whether the specification names the sender
     */
    Receipt send(Address from, boolean named, Optional<Address> to, BigInteger value, byte[] data) {
        requireAmount(value);
        LocalChain.Call call = new LocalChain.Call(from, to, Word.of(value), data, DeployedSystem.GAS);
        // An actor of a fork may be a contract, such as a wallet or a timelock: what it decides to do is done.
        return watched(() -> named ? chain.sendAsAnyone(call) : chain.send(call), from, value);
    }

    /**
     * A call that an attacker's contract makes, whose value fits 256 bits.
     *
     * @param before empty for the first of its transaction
     */
    Receipt enter(LocalChain.Call call, Optional<TransactionScope.Rest> before) {
        return watched(
                () -> chain.enter(call, AttackerContract.OWNER, before),
                call.from(),
                call.value().toBigInteger());
    }

    private Receipt watched(Supplier<Receipt> sending, Address from, BigInteger value) {
        notes.begin();
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

    /** A footprint of what the last transaction may have changed, if it did not fail. */
    long written() {
        return notes.written();
    }

    /** What every actor begins with. */
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
