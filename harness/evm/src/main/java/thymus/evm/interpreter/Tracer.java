package thymus.evm.interpreter;

import java.util.Optional;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;

/**
 * Watches execution. Every method does nothing unless overridden; what frames do that are later reverted is seen too,
 * so keep per-frame notes between {@link #onCall} and {@link #onReturn}. Must not change the world.
 */
public interface Tracer {
    /** Sees nothing and costs nothing. */
    Tracer NONE = new Tracer() {};

    /** Whether {@link #onStep} is wanted; asked once per frame entry. Such frames are interpreted, which is slow. */
    default boolean wantsSteps() {
        return false;
    }

    /** Before every instruction, where {@link #wantsSteps}. The stack has not been checked yet. */
    default void onStep(FrameView frame, Opcode opcode) {}

    /** Before a frame, a precompile or a plain transfer runs. */
    default void onCall(Message message) {}

    /** @param haltReason why it failed, empty where it did not; the world has been rolled back already */
    default void onReturn(Message message, byte[] output, long gasLeft, Optional<String> haltReason) {}

    default void onSload(Address account, Word slot, Word value) {}

    default void onSstore(Address account, Word slot, Word before, Word after) {}

    default void onLog(Log log) {}

    /** KECCAK256 was executed; its 64-byte inputs tell the keys of mappings. The memory is the frame's own, not to be kept. */
    default void onKeccak(byte[] memory, int from, int length, Word hash) {}
}
