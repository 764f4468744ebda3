package thymus.evm.interpreter;

/** How an instruction ends the basic block that it stands in, if it does. */
public enum Exit implements Trait {
    /** Goes on with the next instruction. */
    FALL,
    JUMP,
    /** Jumps, or goes on with the next instruction. */
    JUMPI,
    /** Starts another frame, and goes on with the next instruction when that has ended. Operands are on the frame's stack. */
    CALL,
    /** Ends the frame. */
    END
}
