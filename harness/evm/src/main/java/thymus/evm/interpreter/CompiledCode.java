package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;

/**
 * JVM code compiled from EVM code. It has the effect of the interpreter, and it may hand the frame back to the
 * interpreter at the start of any basic block.
 */
public abstract class CompiledCode implements Bytecode.Attachment {
    /** Code that has not been compiled and is interpreted. */
    public static final CompiledCode NONE = new CompiledCode() {
        @Override
        public void run(Frame frame, Evm evm) {}
    };

    /** The compiled form of the code, or {@link #NONE} if there is none yet. */
    public static CompiledCode of(Bytecode code) {
        return code.attachment() instanceof CompiledCode program ? program : NONE;
    }

    /**
     * Runs from the frame's pc until the frame ends or starts another one. If the frame is still running afterwards,
     * the caller must interpret it from its pc, with its stack and gas.
     */
    public abstract void run(Frame frame, Evm evm);
}
