package thymus.evm.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The operand stack as it will be when the block runs, and which JVM locals its values occupy. Every place of the region has a
 * local of its own; results go there at once where nothing else needs it, so that at the end of a block little has to move.
 */
final class OperandStack {
    private final int firstLocal;
    private final int places;
    private final List<OperandValue> values = new ArrayList<>();
    private int[] uses;
    private final BitSet assigned = new BitSet();
    private final BitSet changed = new BitSet();

    /**
     * @param start height at the start of the block
     * @param places of the region
     * @param inLocals places whose locals are loaded at the start of the block
     */
    OperandStack(int firstLocal, int start, int places, BitSet inLocals) {
        this.firstLocal = firstLocal;
        this.places = places;
        uses = new int[firstLocal + places + 64];
        for (int place = 0; place < start; place++) {
            values.add(atStart(place));
            uses[local(place)] = 1;
        }
        inLocals.stream().forEach(place -> assigned.set(local(place)));
    }

    int local(int place) {
        return firstLocal + place;
    }

    /** The value that a place has at the start of the block. */
    OperandValue.Local atStart(int place) {
        return new OperandValue.Local(local(place));
    }

    int height() {
        return values.size();
    }

    OperandValue at(int place) {
        return values.get(place);
    }

    /** Takes the top off; its locals stay occupied until it is {@link #release}d. */
    OperandValue pop() {
        changed.set(values.size() - 1);
        return values.removeLast();
    }

    /** Puts a value on top that was popped, or made for {@link #newLocal}. */
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

    /** A free local, occupied from now on: that of the place on top if possible. */
    OperandValue.Local newLocal() {
        int local = local(values.size());
        if (values.size() >= places || uses[local] != 0) {
            local = firstLocal + places;
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

    /** Places that may hold something else than at the start of the block. */
    BitSet changed() {
        return changed;
    }

    /** Whether a place holds what it held at the start of the block, and nobody wanted to know what that is. */
    boolean isUntouched(int place) {
        return values.get(place) instanceof OperandValue.Local(int local) && !assigned.get(local);
    }

    /** Locals that hold a word by now. */
    BitSet assigned() {
        return assigned;
    }
}
