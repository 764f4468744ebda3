package thymus.harness.evm;

/**
 * Code of the EVM as code of the JVM. It does what the interpreter does to a frame, and may hand the frame back to it at the
 * start of any block.
 */
public abstract class CompiledCode {
    /** Not compiled: is interpreted. */
    public static final CompiledCode NONE = new CompiledCode() {
        @Override
        public void run(Frame frame, Evm evm) {}
    };

    /**
     * Runs from the frame's pc until the frame ends or wants to start another one. A frame that is still running afterwards is
     * to be interpreted from its pc, on the stack and gas that are in it.
     */
    public abstract void run(Frame frame, Evm evm);
}
