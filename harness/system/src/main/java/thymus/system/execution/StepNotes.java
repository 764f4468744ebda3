package thymus.system.execution;

import thymus.contracts.layout.Preimages;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.trace.Footprint;

/** Notices the keys of mappings as contracts hash them, and which slots a transaction writes. */
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

    /** A {@link Footprint} of what the transaction may have changed, if it did not fail. */
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

    /** What is created may destroy itself, with all it has. */
    @Override
    public void onCall(Message message) {
        if (message.kind().creates() || !message.value().isZero()) {
            written = Footprint.EVERYTHING;
        }
    }
}
