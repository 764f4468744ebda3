package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;

/** A running frame as a {@link Tracer} sees it. Valid during the callback only. */
public interface FrameView {
    /** The message that the frame executes. */
    Message message();

    /** The code that runs, which may be that of another account. */
    Bytecode code();

    /** The offset of the current instruction in the code, in bytes. */
    int pc();

    /** The gas left before the instruction at {@link #pc} is charged. */
    long gasLeft();

    /** The number of words on the stack. */
    int stackSize();

    /**
     * The word at a depth of the stack.
     *
     * @param depth 0 for the top
     */
    Word stack(int depth);

    /** The size of the memory in bytes, a multiple of 32. */
    int memorySize();

    /** A copy of a range of the memory, with zeros beyond its size. */
    byte[] memory(long offset, int length);
}
