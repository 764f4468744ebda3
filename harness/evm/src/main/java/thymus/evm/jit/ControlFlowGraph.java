package thymus.evm.jit;

import java.util.List;
import java.util.Set;

/**
 * The control-flow graph of a code; jump targets come from propagating pushed constants through the stack. Compilers
 * return from an internal function by jumping to an address that the caller pushed. A small block that is reached with
 * several such addresses gets a copy for each. The effect is that of inlining, and each copy knows its return address.
 *
 * <p>The search is bounded and may miss edges, so edges are hints. A copy has the effect of its block, whatever path
 * leads there.
 */
final class ControlFlowGraph {
    /** A successor index that means: no edge was found. */
    static final int NOT_SEEN = -1;

    private final Blocks blocks;
    private final List<Block> all;
    private final List<Set<Integer>> targets;
    private final List<Integer> after;
    private final boolean complete;

    /**
     * @param all the blocks in code order, followed by the copies
     * @param targets jump targets by block index
     * @param after fall-through successors by block index; {@link #NOT_SEEN} for the next block in the code
     */
    ControlFlowGraph(
            Blocks blocks, List<Block> all, List<Set<Integer>> targets, List<Integer> after, boolean complete) {
        this.blocks = blocks;
        this.all = all;
        this.targets = targets;
        this.after = after;
        this.complete = complete;
    }

    /** A graph without any jump targets. */
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

    /** The blocks in code order, followed by the copies. */
    List<Block> all() {
        return all;
    }

    boolean isCopy(Block block) {
        return block.index() >= blocks.all().size();
    }

    /** The indices, in order, of the blocks that the jump at the end of a block may reach. */
    Set<Integer> targets(Block block) {
        return targets.get(block.index());
    }

    /** The successor of a block that can fall through. */
    Block after(Block block) {
        int known = after.get(block.index());
        return known == NOT_SEEN ? blocks.after(block) : all.get(known);
    }

    /** Returns whether every jump was resolved, so that no target is missing. */
    boolean complete() {
        return complete;
    }
}
