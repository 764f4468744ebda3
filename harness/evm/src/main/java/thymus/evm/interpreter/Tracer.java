package thymus.evm.interpreter;

import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;

/**
 * Observes execution. Methods do nothing by default and must not change the world. Frames that are reverted later are
 * observed too; keep per-frame notes between {@link #onCall} and {@link #onReturn}.
 */
public interface Tracer {
    /** Observes nothing and costs nothing. */
    Tracer NONE = new Tracer() {};

    /**
     * Returns whether {@link #onStep} should be called; asked once per frame entry. Such frames are interpreted, which
     * is slow.
     */
    default boolean wantsSteps() {
        return false;
    }

    /** Called before every instruction if {@link #wantsSteps}. The stack has not been checked yet. */
    default void onStep(FrameView frame, Opcode opcode) {}

    /** Called before a frame, a precompile or a plain transfer runs. */
    default void onCall(Message message) {}

    /**
     * Called after a message.
     *
     * @param haltReason why it failed; empty if it succeeded. The world is already rolled back.
     */
    default void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {}

    /** Called when a contract destroys itself, with the ether that goes to the heir; before that is moved. */
    default void onDestroy(Address account, Address heir, Word balance) {}

    /** Called after SLOAD. */
    default void onSload(Address account, Word slot, Word value) {}

    /** Called after SSTORE, even if the value is unchanged. */
    default void onSstore(Address account, Word slot, Word before, Word after) {}

    /** Called after a LOG instruction. */
    default void onLog(Log log) {}

    /**
     * Called after KECCAK256. Its 64-byte inputs reveal the keys of mappings. The memory belongs to the frame and must
     * not be kept.
     */
    default void onKeccak(byte[] memory, int from, int length, Word hash) {}
}
