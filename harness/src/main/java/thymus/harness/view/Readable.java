package thymus.harness.view;

import thymus.harness.word.Word;
import thymus.harness.world.Address;
import thymus.harness.world.World;

/** The state that a formula is read in, and what is read of it. */
final class Readable {
    private final World world;
    private final long timestamp;
    private final long number;
    private long footprint = Footprint.NOTHING;

    /**
     * @param timestamp of the block, in seconds
     * @param number of the block
     */
    Readable(World world, long timestamp, long number) {
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

    Word load(Address account, Word slot) {
        footprint |= Footprint.of(account, slot);
        return world.storage(account, slot);
    }

    Word balance(Address account) {
        footprint = Footprint.EVERYTHING;
        return world.balance(account);
    }

    /** Of all that was read so far. */
    long footprint() {
        return footprint;
    }
}
