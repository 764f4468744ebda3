package thymus.evm.interpreter;

/** How an instruction ends its basic block, if it does. */
public enum Exit implements Trait {
    /** Continues with the next instruction. */
    FALL,
    JUMP,
    /** Jumps or continues with the next instruction. */
    JUMPI,
    /** Starts another frame and continues with the next instruction after it. Operands are on the frame's stack. */
    CALL,
    /** Ends the frame. */
    END
}
