package thymus.evm.jit;

import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Frame;

/** The base of all compiled programs: it passes control between methods, which the generated subclass has. */
public abstract class Program extends CompiledCode {
    /** A block number that means: the frame has ended or must be interpreted. */
    protected static final int LEAVE = -1;

    /** The block that can be entered from the frame's stack, by pc, or {@link #LEAVE}. */
    private int[] blockAt = {};

    private int[] methodOf = {};

    void install(int[] blocks, int[] methods) {
        blockAt = blocks;
        methodOf = methods;
    }

    @Override
    public final void run(Frame frame, Evm evm) {
        int block = blockAt(frame.pc());
        while (block != LEAVE) {
            block = run(methodOf[block], block, frame, evm);
        }
    }

    /** The block that begins at the pc. */
    protected final int blockAt(int pc) {
        return pc < blockAt.length ? blockAt[pc] : LEAVE;
    }

    /**
     * Runs a method from one of its blocks.
     *
     * @return the block of another method at which to continue, or {@link #LEAVE}
     */
    protected abstract int run(int method, int block, Frame frame, Evm evm);
}
