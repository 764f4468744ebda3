package thymus.evm.trace;

import java.util.Arrays;

/** The sources of the values of one running message. */
final class RecordedFrame {
    private ValueSource[] stack = new ValueSource[64];
    final SymbolicBytes memory;
    final SymbolicBytes input;
    SymbolicBytes returned;
    /** The memory offset at which the frame receives the output of the message that it has started. */
    long outputOffset;

    long outputSize;
    boolean ran;

    /**
     * @param memory empty
     * @param returned empty
     */
    RecordedFrame(SymbolicBytes input, SymbolicBytes memory, SymbolicBytes returned) {
        this.input = input;
        this.memory = memory;
        this.returned = returned;
    }

    /** @param value null for a constant */
    void set(int index, ValueSource value) {
        if (index >= stack.length) {
            stack = Arrays.copyOf(stack, Math.max(index + 1, 2 * stack.length));
        }
        stack[index] = value;
    }

    /** The source of a stack slot, counted from the bottom; null for a constant. */
    ValueSource get(int index) {
        return index < stack.length ? stack[index] : null;
    }
}
