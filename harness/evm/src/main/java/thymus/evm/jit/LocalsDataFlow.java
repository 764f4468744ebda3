package thymus.evm.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What holds at the start of each block: which places of its region are in locals, which of those are newer than the frame's
 * stack, and which bounds of the stack have been checked on every way. Three data-flow problems over the edges on which the
 * stack stays in locals.
 */
final class LocalsDataFlow {
    private final ControlFlowGraph graph;
    private final Regions regions;
    private final List<StackEffect> effects = new ArrayList<>();
    private final LocalEdges ways;
    private final List<BitSet> newer = new ArrayList<>();
    private final List<BitSet> inLocals = new ArrayList<>();
    private final int[] lowChecked;
    private final int[] highChecked;

    LocalsDataFlow(ControlFlowGraph graph, Regions regions) {
        this.graph = graph;
        this.regions = regions;
        ways = new LocalEdges(graph, regions);
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
        for (Block next : ways.from(block)) {
            changed |= addAll(newer.get(next.index()), atEnd);
        }
        return changed;
    }

    /** Places that the frame's stack does not have when the block ends, if nothing is written to it. */
    BitSet newerAtEnd(Block block) {
        BitSet places = (BitSet) newer.get(block.index()).clone();
        places.or(effects.get(block.index()).writes());
        int height = regions.entryHeight(block) + block.delta();
        places.clear(height, Math.max(height, places.length()));
        return places;
    }

    private boolean spreadNeeded(Block block) {
        BitSet places = new BitSet();
        for (Block next : ways.from(block)) {
            places.or(inLocals.get(next.index()));
        }
        places.andNot(effects.get(block.index()).writes());
        places.or(effects.get(block.index()).reads());
        places.or(newer.get(block.index()));
        return addAll(inLocals.get(block.index()), places);
    }

    private static boolean addAll(BitSet to, BitSet places) {
        int before = to.cardinality();
        to.or(places);
        return to.cardinality() != before;
    }

    private boolean spreadChecked(Block block) {
        int i = block.index();
        int low = low(block);
        int high = high(block);
        if (!ways.isEnteredFromStack(block)) {
            low = Math.min(
                    low,
                    ways.to(block).stream()
                            .mapToInt(p -> lowChecked[p.index()])
                            .max()
                            .orElseThrow());
            high = Math.max(
                    high,
                    ways.to(block).stream()
                            .mapToInt(p -> highChecked[p.index()])
                            .min()
                            .orElseThrow());
        }
        boolean changed = low != lowChecked[i] || high != highChecked[i];
        lowChecked[i] = low;
        highChecked[i] = high;
        return changed;
    }

    /** The lowest place that the block touches. */
    int low(Block block) {
        return regions.entryHeight(block) - block.need();
    }

    /** The height that the stack reaches in the block. */
    int high(Block block) {
        return regions.entryHeight(block) + block.growth();
    }

    /** Whether some way to the block on which the stack stays in locals has not checked that the block's operands are there. */
    boolean checksLow(Block block) {
        return ways.to(block).stream().anyMatch(p -> lowChecked[p.index()] > low(block));
    }

    /** The same of the room above. */
    boolean checksHigh(Block block) {
        return ways.to(block).stream().anyMatch(p -> highChecked[p.index()] < high(block));
    }

    /** The lowest place that is known to exist once the block has begun. */
    int lowChecked(Block block) {
        return lowChecked[block.index()];
    }

    /** Whether control passes from one to the other with the stack in locals. */
    boolean isLocal(Block from, Block to) {
        return ways.from(from).contains(to);
    }

    boolean isEnteredFromStack(Block block) {
        return ways.isEnteredFromStack(block);
    }

    boolean isEnteredFromLocals(Block block) {
        return !ways.to(block).isEmpty();
    }

    /** Places whose value is in a local when the block starts. */
    BitSet inLocals(Block block) {
        return inLocals.get(block.index());
    }

    /** Those of them that may be newer than the frame's stack. */
    BitSet newer(Block block) {
        return newer.get(block.index());
    }
}
