package thymus.evm.chain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import thymus.evm.EvmFork;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.jit.ExecutionMode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;
import thymus.evm.state.StateProvider;
import thymus.evm.state.TransactionScope;
import thymus.evm.state.World;

/**
 * A chain of one's own: a clock, a world, and transactions that pay no gas price. Not for use by several threads.
 */
public final class LocalChain {
    /** Of the block and of all its transactions; Osaka's cap for a single one lies below. */
    public static final long BLOCK_GAS_LIMIT = 45_000_000;

    public static final long CHAIN_ID = 31337;
    /** Why a call that a contract makes may fail before it begins. */
    public static final String TOO_LITTLE_ETHER = "the contract has too little ether";

    private static final Word BLOB_BASE_FEE = Word.ONE;

    private final World world;
    private final Past past;
    private final EvmFork fork;
    private final TransactionProcessor processor;
    private long timestamp;
    private long number;
    private BlockContext block;

    /** @param timestamp of the current block, in seconds */
    public LocalChain(EvmFork fork, long timestamp, long number) {
        this(fork, StateProvider.NOTHING, timestamp, number);
    }

    /** A chain that goes on from the accounts of an origin. */
    public LocalChain(EvmFork fork, StateProvider origin, long timestamp, long number) {
        this(fork, origin, timestamp, number, ExecutionMode.TIERED);
    }

    /** @param mode how code is run, which nobody can tell from what it does */
    public LocalChain(EvmFork fork, StateProvider origin, long timestamp, long number, ExecutionMode mode) {
        this(fork, origin, new Past(CHAIN_ID, -1, block -> hash(block)), timestamp, number, mode);
    }

    /** A chain that goes on from another one. */
    public LocalChain(EvmFork fork, StateProvider origin, Past past, long timestamp, long number, ExecutionMode mode) {
        this.fork = fork;
        this.past = past;
        world = new World(origin);
        processor = new TransactionProcessor(world, fork, mode.tiers());
        this.timestamp = timestamp;
        this.number = number;
        block = blockAt(timestamp, number);
    }

    /**
     * The chain that was there before.
     *
     * @param last the number of its last block
     * @param hashes of its blocks
     */
    public record Past(long chainId, long last, LongFunction<Word> hashes) {}

    /**
     * A transaction; the sender pays the value and no gas.
     *
     * @param to empty to deploy {@code data} as init code
     * @param value in wei
     * @param gas the limit
     */
    public record Call(Address from, Optional<Address> to, Word value, byte[] data, long gas) {}

    public World world() {
        return world;
    }

    public EvmFork fork() {
        return fork;
    }

    /** Of the current block, in seconds, without sign. */
    public long timestamp() {
        return timestamp;
    }

    /** Of the current block, without sign. */
    public long number() {
        return number;
    }

    /**
     * Moves the clock; transactions do not.
     *
     * @throws InvalidTransactionException if the clock does not come so far; it has not moved then
     */
    public void advance(long seconds, long blocks) {
        if (!reaches(seconds, blocks)) {
            throw new InvalidTransactionException(
                    "the time and the number of a block have 64 bits, and end before that");
        }
        setClock(timestamp + seconds, number + blocks);
    }

    /** Whether there can be a block that much later: its time and its number, both without sign, have 64 bits. */
    public boolean reaches(long seconds, long blocks) {
        return Long.compareUnsigned(seconds, -1 - timestamp) <= 0 && Long.compareUnsigned(blocks, -1 - number) <= 0;
    }

    public void setClock(long timestamp, long number) {
        if (timestamp == this.timestamp && number == this.number) {
            return;
        }
        world.journal(new ClockChange());
        this.timestamp = timestamp;
        this.number = number;
    }

    /** Made before the change; each run exchanges the clock's time and the one kept here. */
    private final class ClockChange implements Runnable {
        private long otherTimestamp = timestamp;
        private long otherNumber = number;

        @Override
        public void run() {
            long timestampNow = timestamp;
            long numberNow = number;
            timestamp = otherTimestamp;
            number = otherNumber;
            otherTimestamp = timestampNow;
            otherNumber = numberNow;
        }
    }

    /** A point to return to, clock included. Snapshots nest. */
    public int snapshot() {
        return world.snapshot();
    }

    /** Takes back everything since the snapshot, which stays valid; later snapshots become invalid. */
    public void rollback(int snapshot) {
        world.rollback(snapshot);
    }

    /** Who watches from now on; {@link Tracer#NONE} for nobody. */
    public void setTracer(Tracer tracer) {
        processor.evm().setTracer(tracer);
    }

    /** Where blocks that run are noted from now on; {@link Coverage#NONE} for nowhere. */
    public void setCoverage(Coverage coverage) {
        processor.evm().setCoverage(coverage);
    }

    /**
     * Runs a transaction and keeps what it did.
     *
     * @throws InvalidTransactionException where no block could contain it, as with a balance below the value
     * @throws thymus.evm.EvmException where the machine lacks something; the world is as before
     */
    public Receipt send(Call call) {
        Account sender = world.account(call.from());
        return processor.process(transaction(call, sender), sender, block());
    }

    /** As {@link #send}, but the sender may be a contract: what a call of its own would do. */
    public Receipt sendAsAnyone(Call call) {
        Account sender = world.account(call.from());
        return processor.processAsAnyone(transaction(call, sender), sender, block());
    }

    /**
     * Runs a call that a contract makes in a transaction which its owner sent. Of the transaction is left, for its next call,
     * what the world then says of it: {@code world().transaction().rest()}.
     *
     * @param call from the contract; its gas is all that it has
     * @param before what is left of the transaction's earlier calls; empty where there is none
     * @throws thymus.evm.EvmException where the machine lacks something; the world is as before
     */
    public Receipt enter(Call call, Address owner, Optional<TransactionScope.Rest> before) {
        return processor.enter(call, world.account(owner), world.account(call.from()), before, block());
    }

    /**
     * Runs a call and takes everything back that it did; throws as {@link #send} does. The sender may be a contract: then
     * it is what a call of its own would do.
     */
    public Receipt simulate(Call call) {
        int snapshot = snapshot();
        try {
            return sendAsAnyone(call);
        } finally {
            rollback(snapshot);
        }
    }

    private static Transaction transaction(Call call, Account sender) {
        return new Transaction(
                call.from(),
                call.to(),
                call.value(),
                call.data(),
                call.gas(),
                sender.nonce(),
                Transaction.Fees.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** The current block as instructions see it: no fees, and randomness and hashes that follow from the number. */
    public BlockContext block() {
        if (block.number() != number || block.timestamp() != timestamp) {
            block = blockAt(timestamp, number);
        }
        return block;
    }

    private BlockContext blockAt(long timestamp, long number) {
        return new BlockContext(
                number,
                timestamp,
                Address.ZERO,
                BLOCK_GAS_LIMIT,
                Word.ZERO,
                random(number),
                BLOB_BASE_FEE,
                Word.of(past.chainId()),
                earlier -> earlier <= past.last() ? past.hashes().apply(earlier) : hash(earlier));
    }

    private static Word hash(long number) {
        return Keccak.hash(("thymus block " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Made for every block, looked at by few contracts: cheap rather than unpredictable. */
    private static Word random(long number) {
        long first = 4 * number;
        return Word.of(mix(first), mix(first + 1), mix(first + 2), mix(first + 3));
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = (value + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
