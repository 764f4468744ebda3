package thymus.evm.jit;

import java.util.List;
import java.util.Set;

/**
 * The ways between the blocks of a code, as far as following pushed places through the stack shows. Compilers return from
 * internal functions by jumping to a place that the caller pushed; a small block that is reached with several such places on
 * the stack gets a copy for each, as if the function had been inlined, and then knows where it returns to.
 *
 * <p>The search is bounded and may miss ways: these are hints. A copy does what its block does, whoever gets there.
 */
final class ControlFlowGraph {
    /** Instead of an index: no way was found. */
    static final int NOT_SEEN = -1;

    private final Blocks blocks;
    private final List<Block> all;
    private final List<Set<Integer>> targets;
    private final List<Integer> after;
    private final boolean complete;

    /**
     * @param all the blocks of the code, in their order, and behind them the copies
     * @param targets by index
     * @param after by index, {@link #NOT_SEEN} for what lies behind in the code
     */
    ControlFlowGraph(
            Blocks blocks, List<Block> all, List<Set<Integer>> targets, List<Integer> after, boolean complete) {
        this.blocks = blocks;
        this.all = all;
        this.targets = targets;
        this.after = after;
        this.complete = complete;
    }

    /** Nothing is known of any jump. */
    static ControlFlowGraph withoutJumps(Blocks blocks) {
        List<Block> all = blocks.all();
        return new ControlFlowGraph(
                blocks,
                all,
                all.stream().map(block -> Set.<Integer>of()).toList(),
                all.stream().map(block -> NOT_SEEN).toList(),
                false);
    }

    static ControlFlowGraph of(Blocks blocks) {
        return JumpTargetAnalysis.of(blocks);
    }

    /** The blocks of the code, in their order, and behind them the copies. */
    List<Block> all() {
        return all;
    }

    boolean isCopy(Block block) {
        return block.index() >= blocks.all().size();
    }

    /** The indices of the blocks that the jump at the end of a block may lead to, in order. */
    Set<Integer> targets(Block block) {
        return targets.get(block.index());
    }

    /** The one behind a block that continues. */
    Block after(Block block) {
        int known = after.get(block.index());
        return known == NOT_SEEN ? blocks.after(block) : all.get(known);
    }

    /** Whether every jump that was met was understood, so that the targets are all there are. */
    boolean complete() {
        return complete;
    }
}
