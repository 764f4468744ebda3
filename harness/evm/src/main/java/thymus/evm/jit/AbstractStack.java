package thymus.evm.jit;

import java.util.Arrays;
import java.util.List;

/** The places on the upper part of a stack; below it everything is unknown. */
final class AbstractStack {
    /** Anything but a place. */
    static final int UNKNOWN = -1;
    /** How much of the stack is followed. */
    private static final int DEPTH = 40;

    private int[] places = new int[2 * DEPTH];
    private int size;

    AbstractStack(List<Integer> bottomFirst) {
        for (int place : bottomFirst) {
            push(place);
        }
    }

    void push(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = place;
    }

    int pop() {
        return size == 0 ? UNKNOWN : places[--size];
    }

    private int peek(int depth) {
        return depth < size ? places[size - 1 - depth] : UNKNOWN;
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
            // What comes up is unknown; what goes down is forgotten.
            if (size > 0) {
                places[size - 1] = UNKNOWN;
            }
            return;
        }
        int top = places[size - 1];
        places[size - 1] = places[size - 1 - depth];
        places[size - 1 - depth] = top;
    }

    List<Integer> toList() {
        int from = Math.max(0, size - DEPTH);
        // Unknown places at the bottom say nothing.
        while (from < size && places[from] == UNKNOWN) {
            from++;
        }
        return Arrays.stream(places, from, size).boxed().toList();
    }
}
