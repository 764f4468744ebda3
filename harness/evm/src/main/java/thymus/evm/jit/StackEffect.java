package thymus.evm.jit;

import java.util.BitSet;

/**
 * The effect of a block on the stack slots of its region.
 *
 * @param reads slots whose value at the start is needed, even if only to move it
 * @param writes slots whose value differs or that are popped at the end
 */
record StackEffect(BitSet reads, BitSet writes) {
    private static final int NEW = -1;

    /** @param start the block's height above the region's base */
    static StackEffect of(Block block, int start) {
        BitSet reads = new BitSet();
        int[] stack = new int[start + block.growth() + 1];
        for (int i = 0; i < start; i++) {
            stack[i] = i;
        }
        int height = start;
        for (Block.Instruction instruction : block.instructions()) {
            int pops = instruction.opcode().pops();
            if (instruction.opcode().isDup()) {
                stack[height] = stack[height - pops];
            } else if (instruction.opcode().isSwap()) {
                int top = stack[height - 1];
                stack[height - 1] = stack[height - pops];
                stack[height - pops] = top;
            } else {
                for (int i = 1; i <= pops; i++) {
                    read(reads, stack[height - i]);
                }
                for (int i = 0; i < instruction.opcode().pushes(); i++) {
                    stack[height - pops + i] = NEW;
                }
            }
            height += instruction.opcode().pushes() - pops;
        }
        BitSet writes = new BitSet();
        writes.set(Math.min(height, start), Math.max(height, start));
        for (int i = 0; i < height; i++) {
            if (stack[i] != i) {
                writes.set(i);
                read(reads, stack[i]);
            }
        }
        return new StackEffect(reads, writes);
    }

    private static void read(BitSet reads, int slot) {
        if (slot != NEW) {
            reads.set(slot);
        }
    }
}
