package thymus.evm.trace;

import java.util.Arrays;

/** Where the values of one running message come from. */
final class RecordedFrame {
    private ValueSource[] stack = new ValueSource[64];
    final SymbolicBytes memory;
    final SymbolicBytes input;
    SymbolicBytes returned;
    /** Where the frame wants the output of the message that it has started. */
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

    /** @param value null for what is constant */
    void set(int index, ValueSource value) {
        if (index >= stack.length) {
            stack = Arrays.copyOf(stack, Math.max(index + 1, 2 * stack.length));
        }
        stack[index] = value;
    }

    /** The value at a place of the stack, from its bottom; null for what is constant. */
    ValueSource get(int index) {
        return index < stack.length ? stack[index] : null;
    }
}
