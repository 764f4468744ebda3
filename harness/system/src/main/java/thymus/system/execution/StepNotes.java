package thymus.system.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.Selector;
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
    /** Whether somebody asks what ether was moved. */
    private final boolean watchesEther;
    /** Whether somebody asks what calls ran. */
    private final boolean watchesCalls;

    private final List<ExecutedCall> calls = new ArrayList<>();
    /** For each call that is in progress, how many there were before it. */
    private final Deque<Integer> begun = new ArrayDeque<>();

    private final List<EtherMove> moves = new ArrayList<>();
    /** For each call that is in progress, how many moves there were before it. */
    private final Deque<Integer> marks = new ArrayDeque<>();

    private long written = Footprint.NOTHING;

    StepNotes(Preimages preimages, WrittenSlots slots, boolean watchesEther, boolean watchesCalls) {
        this.watchesCalls = watchesCalls;
        this.watchesEther = watchesEther;
        this.preimages = preimages;
        this.slots = slots;
    }

    void begin() {
        moves.clear();
        calls.clear();
        begun.clear();
        marks.clear();
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
        if (watchesCalls) {
            begun.push(calls.size());
            Optional<Selector> selector = message.kind().creates() || message.input().length < Selector.SIZE
                    ? Optional.empty()
                    : Optional.of(Selector.padded(message.input()));
            calls.add(
                    new ExecutedCall(message.target(), message.code(), selector, message.depth(), message.isStatic()));
        }
        if (watchesEther) {
            marks.push(moves.size());
            boolean moved =
                    message.kind() == Message.Kind.CALL || message.kind().creates();
            if (moved && !message.value().isZero()) {
                moves.add(new EtherMove(message.sender(), message.target(), message.value()));
            }
        }
    }

    /** What a call that fails has moved is where it was. */
    @Override
    public void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {
        if (watchesCalls) {
            int before = begun.pop();
            if (haltReason.isPresent()) {
                calls.subList(before, calls.size()).clear();
            }
        }
        if (watchesEther) {
            int before = marks.pop();
            if (haltReason.isPresent()) {
                moves.subList(before, moves.size()).clear();
            }
        }
    }

    @Override
    public void onDestroy(Address account, Address heir, Word balance) {
        if (!balance.isZero()) {
            written = Footprint.EVERYTHING;
        }
        if (watchesEther && !balance.isZero() && !heir.equals(account)) {
            moves.add(new EtherMove(account, heir, balance));
        }
    }

    /** The calls that ran in the transaction and were not undone, in order; nothing unless somebody asks. */
    List<ExecutedCall> calls() {
        return List.copyOf(calls);
    }

    /** The ether that the transaction has moved, in order; nothing unless somebody asks. */
    List<EtherMove> moves() {
        return List.copyOf(moves);
    }
}
