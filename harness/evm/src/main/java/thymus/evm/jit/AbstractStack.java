package thymus.evm.jit;

import java.util.Arrays;
import java.util.List;

/** The known jump destinations on the upper part of a stack. Every other slot is unknown. */
final class AbstractStack {
    /** A slot without a known jump destination. */
    static final int UNKNOWN = -1;
    /** The number of upper slots that the analysis tracks. */
    private static final int DEPTH = 40;

    private int[] slots = new int[2 * DEPTH];
    private int size;

    AbstractStack(List<Integer> bottomFirst) {
        for (int slot : bottomFirst) {
            push(slot);
        }
    }

    void push(int slot) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
        }
        slots[size++] = slot;
    }

    int pop() {
        return size == 0 ? UNKNOWN : slots[--size];
    }

    private int peek(int depth) {
        return depth < size ? slots[size - 1 - depth] : UNKNOWN;
    }

    void apply(Block.Instruction instruction, int pushed) {
        int pops = instruction.opcode().pops();
        if (instruction.opcode().isDup()) {
            push(peek(pops - 1));
        } else if (instruction.opcode().isSwap()) {
            swap(pops - 1);
        } else {
            for (int i = 0; i < pops; i++) {
                pop();
            }
            for (int i = 0; i < instruction.opcode().pushes(); i++) {
                push(pushed);
            }
        }
    }

    private void swap(int depth) {
        if (depth >= size) {
            // A slot from below the tracked part is unknown; a slot that sinks below it is forgotten.
            if (size > 0) {
                slots[size - 1] = UNKNOWN;
            }
            return;
        }
        int top = slots[size - 1];
        slots[size - 1] = slots[size - 1 - depth];
        slots[size - 1 - depth] = top;
    }

    List<Integer> toList() {
        int from = Math.max(0, size - DEPTH);
        // Unknown slots at the bottom carry no information.
        while (from < size && slots[from] == UNKNOWN) {
            from++;
        }
        return Arrays.stream(slots, from, size).boxed().toList();
    }
}
