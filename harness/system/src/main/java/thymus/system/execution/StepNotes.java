package thymus.system.execution;

import thymus.contracts.layout.Preimages;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.trace.Footprint;

/** Records the mapping keys that contracts hash, and the slots that a transaction writes. */
final class StepNotes implements Tracer {
    private static final int KEY_AND_SLOT = 64;

    private final Preimages preimages;
    private final WrittenSlots slots;
    private long written = Footprint.NOTHING;

    StepNotes(Preimages preimages, WrittenSlots slots) {
        this.preimages = preimages;
        this.slots = slots;
    }

    void begin() {
        written = Footprint.NOTHING;
        slots.begin();
    }

    /** A {@link Footprint} of the possible writes of a successful transaction. */
    long written() {
        return written;
    }

    @Override
    public void onKeccak(byte[] memory, int from, int length, Word hash) {
        if (length == KEY_AND_SLOT) {
            preimages.record(memory, from, hash);
        }
        slots.hashed(hash);
    }

    @Override
    public void onSstore(Address account, Word slot, Word before, Word after) {
        written |= Footprint.of(account, slot);
        slots.wrote(account, slot);
    }

    /** A created contract may destroy itself with all its storage. */
    @Override
    public void onCall(Message message) {
        if (message.kind().creates() || !message.value().isZero()) {
            written = Footprint.EVERYTHING;
        }
    }
}
