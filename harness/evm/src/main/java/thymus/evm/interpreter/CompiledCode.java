package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;

/**
 * Code of the EVM as code of the JVM. It does what the interpreter does to a frame, and may hand the frame back to it at the
 * start of any block.
 */
public abstract class CompiledCode implements Bytecode.Attachment {
    /** Not compiled: is interpreted. */
    public static final CompiledCode NONE = new CompiledCode() {
        @Override
        public void run(Frame frame, Evm evm) {}
    };

    /** What the code was compiled to; {@link #NONE} as long as it was not. */
    public static CompiledCode of(Bytecode code) {
        return code.attachment() instanceof CompiledCode program ? program : NONE;
    }

    /**
     * Runs from the frame's pc until the frame ends or wants to start another one. A frame that is still running afterwards is
     * to be interpreted from its pc, on the stack and gas that are in it.
     */
    public abstract void run(Frame frame, Evm evm);
}
