package thymus.harness.chain;

import java.util.Optional;
import thymus.harness.evm.EvmFork;
import thymus.harness.evm.Receipt;
import thymus.harness.evm.Tracer;
import thymus.harness.word.Word;
import thymus.harness.world.Address;
import thymus.harness.world.World;

/**
 * A chain of one's own: a clock, a world, and transactions that pay no gas price. Not for use by several threads.
 */
public final class LocalChain {
    private final World world = new World();
    private final EvmFork fork;
    private long timestamp;
    private long number;

    /** @param timestamp of the current block, in seconds */
    public LocalChain(EvmFork fork, long timestamp, long number) {
        this.fork = fork;
        this.timestamp = timestamp;
        this.number = number;
    }

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

    /** Of the current block, in seconds. */
    public long timestamp() {
        return timestamp;
    }

    /** Of the current block. */
    public long number() {
        return number;
    }

    /** Moves the clock; transactions do not. */
    public void advance(long seconds, long blocks) {
        timestamp += seconds;
        number += blocks;
    }

    /** Sets the clock. */
    public void setClock(long timestamp, long number) {
        this.timestamp = timestamp;
        this.number = number;
    }

    /** A point to return to, clock included. */
    public int snapshot() {
        throw new UnsupportedOperationException();
    }

    /** Takes back everything since the snapshot, which stays valid; later snapshots become invalid. */
    public void rollback(int snapshot) {
        throw new UnsupportedOperationException();
    }

    /** Who watches from now on; {@link Tracer#NONE} for nobody. */
    public void setTracer(Tracer tracer) {
        throw new UnsupportedOperationException();
    }

    /** Runs a transaction and keeps what it did. */
    public Receipt send(Call call) {
        throw new UnsupportedOperationException();
    }

    /** Runs a transaction and takes everything back that it did. */
    public Receipt simulate(Call call) {
        throw new UnsupportedOperationException();
    }
}
