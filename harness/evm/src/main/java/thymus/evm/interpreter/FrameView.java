package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;

/** A running frame as a {@link Tracer} may look at it, valid during the callback only. */
public interface FrameView {
    Message message();

    Bytecode code();

    int pc();

    /** Before the instruction at {@link #pc} is paid for. */
    long gasLeft();

    int stackSize();

    /** @param depth 0 for the top */
    Word stack(int depth);

    /** In bytes, a multiple of 32. */
    int memorySize();

    /** A copy; beyond the size there are zeros. */
    byte[] memory(long offset, int length);
}
