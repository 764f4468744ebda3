package thymus.evm.trace;

import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Account;
import thymus.evm.state.World;

/** The state in which a trace is evaluated, and the footprint of the reads. */
final class TracedState {
    private final World world;
    private final long timestamp;
    private final long number;
    private long footprint = Footprint.NOTHING;
    /** A view mostly reads its own contract. */
    private Optional<Account> latest = Optional.empty();

    /**
     * @param timestamp of the block, in seconds
     * @param number of the block
     */
    TracedState(World world, long timestamp, long number) {
        this.world = world;
        this.timestamp = timestamp;
        this.number = number;
    }

    World world() {
        return world;
    }

    long timestamp() {
        return timestamp;
    }

    long number() {
        return number;
    }

    /** @param footprint of the slot */
    Word load(Address address, Word slot, long footprint) {
        this.footprint |= footprint;
        if (latest.isEmpty() || latest.get().address() != address) {
            latest = world.find(address);
        }
        return latest.isEmpty() ? Word.ZERO : world.storage(latest.get(), slot);
    }

    Word balance(Address account) {
        footprint = Footprint.EVERYTHING;
        return world.balance(account);
    }

    /** The footprint of all reads so far. */
    long footprint() {
        return footprint;
    }
}
