package thymus.evm.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The facts at the start of each block: the stack slots in JVM locals, those of them newer than the frame's stack, and
 * the stack bounds that every path has checked. They solve three data-flow problems over the edges on which the stack
 * stays in locals.
 */
final class LocalsDataFlow {
    private final ControlFlowGraph graph;
    private final Regions regions;
    private final List<StackEffect> effects = new ArrayList<>();
    private final LocalEdges edges;
    private final List<BitSet> newer = new ArrayList<>();
    private final List<BitSet> inLocals = new ArrayList<>();
    private final int[] lowChecked;
    private final int[] highChecked;

    LocalsDataFlow(ControlFlowGraph graph, Regions regions) {
        this.graph = graph;
        this.regions = regions;
        edges = new LocalEdges(graph, regions);
        int count = graph.all().size();
        lowChecked = new int[count];
        highChecked = new int[count];
        for (Block block : graph.all()) {
            effects.add(StackEffect.of(block, regions.entryHeight(block)));
            newer.add(new BitSet());
            inLocals.add(new BitSet());
        }
        Arrays.fill(lowChecked, Integer.MIN_VALUE);
        Arrays.fill(highChecked, Integer.MAX_VALUE);
        repeat(this::spreadNewer);
        repeat(this::spreadNeeded);
        repeat(this::spreadChecked);
    }

    private interface Step {
        /** @return whether anything changed */
        boolean at(Block block);
    }

    private void repeat(Step step) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : graph.all()) {
                changed |= step.at(block);
            }
        }
    }

    private boolean spreadNewer(Block block) {
        BitSet atEnd = newerAtEnd(block);
        boolean changed = false;
        for (Block next : edges.from(block)) {
            changed |= addAll(newer.get(next.index()), atEnd);
        }
        return changed;
    }

    /** The slots whose value is not in the frame's stack at the end of the block, if the block writes none back. */
    BitSet newerAtEnd(Block block) {
        BitSet slots = (BitSet) newer.get(block.index()).clone();
        slots.or(effects.get(block.index()).writes());
        int height = regions.entryHeight(block) + block.delta();
        slots.clear(height, Math.max(height, slots.length()));
        return slots;
    }

    private boolean spreadNeeded(Block block) {
        BitSet slots = new BitSet();
        for (Block next : edges.from(block)) {
            slots.or(inLocals.get(next.index()));
        }
        slots.andNot(effects.get(block.index()).writes());
        slots.or(effects.get(block.index()).reads());
        slots.or(newer.get(block.index()));
        return addAll(inLocals.get(block.index()), slots);
    }

    private static boolean addAll(BitSet to, BitSet slots) {
        int before = to.cardinality();
        to.or(slots);
        return to.cardinality() != before;
    }

    private boolean spreadChecked(Block block) {
        int i = block.index();
        int low = low(block);
        int high = high(block);
        if (!edges.isEnteredFromStack(block)) {
            low = Math.min(
                    low,
                    edges.to(block).stream()
                            .mapToInt(p -> lowChecked[p.index()])
                            .max()
                            .orElseThrow());
            high = Math.max(
                    high,
                    edges.to(block).stream()
                            .mapToInt(p -> highChecked[p.index()])
                            .min()
                            .orElseThrow());
        }
        boolean changed = low != lowChecked[i] || high != highChecked[i];
        lowChecked[i] = low;
        highChecked[i] = high;
        return changed;
    }

    /** The lowest slot that the block touches. */
    int low(Block block) {
        return regions.entryHeight(block) - block.need();
    }

    /** The stack height that the block reaches. */
    int high(Block block) {
        return regions.entryHeight(block) + block.growth();
    }

    /** Returns whether some local edge leads to the block without a check that the block's operands exist. */
    boolean checksLow(Block block) {
        return edges.to(block).stream().anyMatch(p -> lowChecked[p.index()] > low(block));
    }

    /**
     * Returns whether some local edge leads to the block without a check that the block does not overflow the stack.
     */
    boolean checksHigh(Block block) {
        return edges.to(block).stream().anyMatch(p -> highChecked[p.index()] < high(block));
    }

    /** The lowest slot that is known to exist after the start of the block. */
    int lowChecked(Block block) {
        return lowChecked[block.index()];
    }

    /** Returns whether control passes from one block to the other with the stack in JVM locals. */
    boolean isLocal(Block from, Block to) {
        return edges.from(from).contains(to);
    }

    boolean isEnteredFromStack(Block block) {
        return edges.isEnteredFromStack(block);
    }

    boolean isEnteredFromLocals(Block block) {
        return !edges.to(block).isEmpty();
    }

    /** The slots whose value is in a JVM local at the start of the block. */
    BitSet inLocals(Block block) {
        return inLocals.get(block.index());
    }

    /** The slots in JVM locals that may be newer than the frame's stack. */
    BitSet newer(Block block) {
        return newer.get(block.index());
    }
}
