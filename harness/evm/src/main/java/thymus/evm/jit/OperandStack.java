package thymus.evm.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The operand stack during the compilation of a block, and the JVM locals of its values. Every stack slot of the region
 * has its own local. A result goes to its final local at once if that local is free, so that few moves remain at the
 * end of the block.
 */
final class OperandStack {
    private final int firstLocal;
    private final int slots;
    private final List<OperandValue> values = new ArrayList<>();
    private int[] uses;
    private final BitSet assigned = new BitSet();
    private final BitSet changed = new BitSet();

    /**
     * @param start the height at the start of the block
     * @param slots the number of stack slots of the region
     * @param inLocals the slots whose locals are loaded at the start of the block
     */
    OperandStack(int firstLocal, int start, int slots, BitSet inLocals) {
        this.firstLocal = firstLocal;
        this.slots = slots;
        uses = new int[firstLocal + slots + 64];
        for (int slot = 0; slot < start; slot++) {
            values.add(atStart(slot));
            uses[local(slot)] = 1;
        }
        inLocals.stream().forEach(slot -> assigned.set(local(slot)));
    }

    int local(int slot) {
        return firstLocal + slot;
    }

    /** The value of a slot at the start of the block. */
    OperandValue.Local atStart(int slot) {
        return new OperandValue.Local(local(slot));
    }

    int height() {
        return values.size();
    }

    OperandValue at(int slot) {
        return values.get(slot);
    }

    /** Pops the top. Its locals stay occupied until {@link #release}. */
    OperandValue pop() {
        changed.set(values.size() - 1);
        return values.removeLast();
    }

    /** Pushes a value that was popped or made for {@link #newLocal}. */
    void push(OperandValue value) {
        changed.set(values.size());
        values.add(value);
    }

    void duplicate(int depth) {
        OperandValue value = values.get(values.size() - depth);
        count(value, 1);
        push(value);
    }

    void swap(int depth) {
        int top = values.size() - 1;
        int other = values.size() - depth;
        changed.set(top);
        changed.set(other);
        values.set(other, values.set(top, values.get(other)));
    }

    void release(OperandValue value) {
        count(value, -1);
    }

    private void count(OperandValue value, int change) {
        switch (value) {
            case OperandValue.Constant constant -> {}
            case OperandValue.Local local -> uses[local.index()] += change;
            case OperandValue.Comparison comparison -> {
                count(comparison.left(), change);
                if (comparison.right() != comparison.left()) {
                    count(comparison.right(), change);
                }
            }
        }
    }

    /** Allocates a local, that of the top slot if possible. */
    OperandValue.Local newLocal() {
        int local = local(values.size());
        if (values.size() >= slots || uses[local] != 0) {
            local = firstLocal + slots;
            while (local < uses.length && uses[local] != 0) {
                local++;
            }
            if (local == uses.length) {
                uses = Arrays.copyOf(uses, 2 * local);
            }
        }
        uses[local] = 1;
        assigned.set(local);
        return new OperandValue.Local(local);
    }

    /** The slots whose value may differ from that at the start of the block. */
    BitSet changed() {
        return changed;
    }

    /** Returns whether a slot has its value from the start of the block and the block has not read it. */
    boolean isUntouched(int slot) {
        return values.get(slot) instanceof OperandValue.Local(int local) && !assigned.get(local);
    }

    /** The JVM locals that hold a word now. */
    BitSet assigned() {
        return assigned;
    }
}
