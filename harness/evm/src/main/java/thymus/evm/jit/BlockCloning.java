package thymus.evm.jit;

import java.util.BitSet;

/**
 * Decides which blocks get a copy for another path: small blocks that do not only lead to a revert, within a budget.
 */
final class BlockCloning {
    private static final int MOST_INSTRUCTIONS = 40;
    private static final int MOST_OF_A_BLOCK = 24;
    /** The least budget of copied instructions. The budget of larger code is its own number of instructions. */
    private static final int USUAL_ROOM = 1500;

    private final int[] made;
    private final BitSet failing = new BitSet();
    private int room;

    BlockCloning(Blocks blocks) {
        made = new int[blocks.all().size()];
        room = Math.max(
                USUAL_ROOM,
                blocks.all().stream().mapToInt(b -> b.instructions().size()).sum());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : blocks.all()) {
                if (!failing.get(block.index()) && fails(block, blocks)) {
                    failing.set(block.index());
                    changed = true;
                }
            }
        }
    }

    private boolean fails(Block block, Blocks blocks) {
        return switch (block.exit()) {
            case END ->
                switch (block.last().opcode()) {
                    case REVERT, INVALID -> true;
                    default -> false;
                };
            case FALL -> failing.get(blocks.after(block).index());
            case JUMP ->
                block.instructions().size() > 1
                        && blocks.target(block.instructions()
                                        .get(block.instructions().size() - 2))
                                .filter(target -> failing.get(target.index()))
                                .isPresent();
            case JUMPI, CALL -> false;
        };
    }

    /** Returns whether to copy the block. Call it once per copy, because it spends the budget. */
    boolean isWorthOne(Block block) {
        int size = block.instructions().size();
        if (size > MOST_INSTRUCTIONS
                || size > room
                || made[block.index()] == MOST_OF_A_BLOCK
                || failing.get(block.index())) {
            return false;
        }
        made[block.index()]++;
        room -= size;
        return true;
    }
}
