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

/** A chain in memory: a clock, a world, and transactions that pay no gas price. Not for use by several threads. */
public final class LocalChain {
    /** The gas limit of a block. Osaka's cap for one transaction (EIP-7825) is lower. */
    public static final long BLOCK_GAS_LIMIT = 45_000_000;

    public static final long CHAIN_ID = 31337;
    /** A reason why a contract's call can fail before it begins. */
    public static final String TOO_LITTLE_ETHER = "the contract has too little ether";

    private static final Word BLOB_BASE_FEE = Word.ONE;

    private final World world;
    private final Past past;
    private final EvmFork fork;
    private final TransactionProcessor processor;
    private long timestamp;
    private long number;
    private BlockContext block;
    private long chainId;
    private long ahead;

    /**
     * An empty chain that runs code in the default mode.
     *
     * @param timestamp of the current block, in seconds
     * @param number of the current block
     */
    public LocalChain(EvmFork fork, long timestamp, long number) {
        this(fork, StateProvider.NOTHING, timestamp, number);
    }

    /**
     * A chain that continues from the accounts of an origin, such as a fork.
     *
     * @param timestamp of the current block, in seconds
     * @param number of the current block
     */
    public LocalChain(EvmFork fork, StateProvider origin, long timestamp, long number) {
        this(fork, origin, timestamp, number, ExecutionMode.TIERED);
    }

    /**
     * A chain that continues from the accounts of an origin.
     *
     * @param timestamp of the current block, in seconds
     * @param number of the current block
     * @param mode how code is executed, which affects speed only
     */
    public LocalChain(EvmFork fork, StateProvider origin, long timestamp, long number, ExecutionMode mode) {
        this(fork, origin, new Past(CHAIN_ID, -1, block -> hash(block)), timestamp, number, mode);
    }

    /** A chain that continues from another chain, with its id and block hashes. */
    public LocalChain(EvmFork fork, StateProvider origin, Past past, long timestamp, long number, ExecutionMode mode) {
        this.fork = fork;
        this.past = past;
        chainId = past.chainId();
        world = new World(origin);
        processor = new TransactionProcessor(world, fork, mode.tiers());
        this.timestamp = timestamp;
        this.number = number;
        block = blockAt(timestamp, number);
    }

    /**
     * The history before the first local block.
     *
     * @param last the number of the last block
     * @param hashes the hash of a block by its number
     */
    public record Past(long chainId, long last, LongFunction<Word> hashes) {}

    /**
     * A transaction whose sender pays the value and no gas.
     *
     * @param to empty to deploy {@code data} as init code
     * @param value in wei
     * @param data call data or init code; shared, must not be modified
     * @param gas the gas limit
     */
    public record Call(Address from, Optional<Address> to, Word value, byte[] data, long gas) {}

    /** The accounts of the chain. Direct changes are journaled and need no transaction. */
    public World world() {
        return world;
    }

    /** The protocol rules of the chain. */
    public EvmFork fork() {
        return fork;
    }

    /** The timestamp of the current block, in unsigned seconds. */
    public long timestamp() {
        return timestamp;
    }

    /** The number of the current block, unsigned. */
    public long number() {
        return number;
    }

    /**
     * Moves the clock. Transactions do not move it.
     *
     * @throws InvalidTransactionException if the time or the number exceeds 64 bits; the clock has not moved then
     */
    public void advance(long seconds, long blocks) {
        if (!reaches(seconds, blocks)) {
            throw new InvalidTransactionException(
                    "the time and the number of a block have 64 bits, and end before that");
        }
        setClock(timestamp + seconds, number + blocks);
    }

    /**
     * Returns whether a block that much later can exist: its timestamp and its number must fit into 64 unsigned bits.
     */
    public boolean reaches(long seconds, long blocks) {
        return Long.compareUnsigned(seconds, -1 - timestamp) <= 0 && Long.compareUnsigned(blocks, -1 - number) <= 0;
    }

    /**
     * Sets the clock, forward or back. {@link #rollback} restores it.
     *
     * @param timestamp in seconds, unsigned
     * @param number unsigned
     */
    public void setClock(long timestamp, long number) {
        if (timestamp == this.timestamp && number == this.number) {
            return;
        }
        world.journal(new ClockChange());
        this.timestamp = timestamp;
        this.number = number;
    }

    /** The journal entry of a change of the clock. Each run swaps the current time with the saved one. */
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

    /** Takes a snapshot of the state and the clock. Snapshots nest. */
    public int snapshot() {
        return world.snapshot();
    }

    /** Restores the state and the clock of the snapshot. It stays valid; later snapshots become invalid. */
    public void rollback(int snapshot) {
        world.rollback(snapshot);
    }

    /** Sets the tracer of all later execution; {@link Tracer#NONE} removes it. */
    public void setTracer(Tracer tracer) {
        processor.evm().setTracer(tracer);
    }

    /** Sets the coverage map of all later execution; {@link Coverage#NONE} removes it. */
    public void setCoverage(Coverage coverage) {
        processor.evm().setCoverage(coverage);
    }

    /**
     * Runs a transaction and keeps its effects.
     *
     * @throws InvalidTransactionException if no block could contain it, for example because the balance is below the
     *     value
     * @throws thymus.evm.EvmException if the program needs something unsupported; the world is unchanged
     */
    public Receipt send(Call call) {
        Account sender = world.account(call.from());
        return processor.process(transaction(call, sender), sender, block());
    }

    /**
     * Runs a transaction like {@link #send}, but its sender may be a contract. It has the effects of a call from that
     * contract.
     */
    public Receipt sendAsAnyone(Call call) {
        Account sender = world.account(call.from());
        return processor.processAsAnyone(transaction(call, sender), sender, block());
    }

    /**
     * Runs one call of a contract as a part of its owner's transaction. The transaction's state for its next call is
     * then {@code world().transaction().rest()}.
     *
     * @param call from the contract; its gas is all that it has
     * @param owner ORIGIN, who sent the transaction
     * @param before the state that the transaction's earlier calls left; empty for the first call
     * @throws thymus.evm.EvmException if the program needs something unsupported; the world is unchanged
     */
    public Receipt enter(Call call, Address owner, Optional<TransactionScope.Rest> before) {
        return processor.enter(call, world.account(owner), world.account(call.from()), before, block());
    }

    /**
     * Runs a call and reverts all its effects. It throws like {@link #send}. The sender may be a contract, as in {@link
     * #sendAsAnyone}.
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

    /**
     * Lets what runs from now on run on another chain of the same world, which has another id and another clock. The
     * clock of this class stays that of the first one.
     *
     * @param id of the chain
     * @param ahead how many seconds its clock is ahead; negative: behind
     */
    public void stand(long id, long ahead) {
        this.chainId = id;
        this.ahead = ahead;
    }

    /** The current block as instructions see it. Fees are zero, and randomness and hashes follow from the number. */
    public BlockContext block() {
        if (block.number() != number
                || block.timestamp() != timestamp + ahead
                || block.chainId().d() != chainId) {
            block = blockAt(timestamp + ahead, number);
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
                Word.of(chainId),
                earlier -> earlier <= past.last() ? past.hashes().apply(earlier) : hash(earlier));
    }

    private static Word hash(long number) {
        return Keccak.hash(("thymus block " + number).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The value of PREVRANDAO. It must be cheap rather than unpredictable: every block has one and few contracts read
     * it.
     */
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
