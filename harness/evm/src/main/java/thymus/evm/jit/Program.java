package thymus.evm.jit;

import thymus.evm.interpreter.CompiledCode;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Frame;

/** What all compiled codes share: passing control from method to method. The methods are the generated subclass's. */
public abstract class Program extends CompiledCode {
    /** Instead of the number of a block: the frame has stopped, or is to be interpreted. */
    protected static final int LEAVE = -1;

    /** By place: the block that can be entered there from the frame's stack, or {@link #LEAVE}. */
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

    /** The block that begins at the place. */
    protected final int blockAt(int pc) {
        return pc < blockAt.length ? blockAt[pc] : LEAVE;
    }

    /**
     * Runs a method from one of its blocks on.
     *
     * @return the block of another method with which to go on, or {@link #LEAVE}
     */
    protected abstract int run(int method, int block, Frame frame, Evm evm);
}
