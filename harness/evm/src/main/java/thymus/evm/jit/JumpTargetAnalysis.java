package thymus.evm.jit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thymus.evm.interpreter.Exit;

/** Follows every path through a code with the jump destinations on the stack, and decides where blocks are copied. */
final class JumpTargetAnalysis {
    private static final int MOST_STACKS_OF_A_BLOCK = 128;
    private static final int MOST_STACKS = 60_000;
    /** A jump compares its target with each in turn. */
    private static final int MOST_TARGETS = 16;
    /** The number of repetitions of the search. A repetition knows which blocks' paths diverge. */
    private static final int MOST_REPEATS = 4;

    /**
     * @param index of a block or copy
     * @param stack jump destinations on the stack, the top last
     */
    private record State(int index, List<Integer> stack) {}

    private final Blocks blocks;
    private final BlockCloning copies;
    private final List<Block> all;
    private final List<Set<Integer>> targets = new ArrayList<>();
    private final List<Integer> after = new ArrayList<>();
    /** The stacks with which each block or copy is followed. */
    private final List<Set<List<Integer>>> stacks = new ArrayList<>();
    /** The block or copy for each pair of a block and a stack that reached it. */
    private final Map<State, Integer> chosen = new HashMap<>();
    /** Blocks that several stacks share but leave on different paths. Their successors are blocks, not copies. */
    private final BitSet parted;

    private final int[] stacksOf;
    private final Deque<State> waiting = new ArrayDeque<>();
    private int seen;
    private boolean complete = true;
    /** True if the search made copies for paths that it then discarded. */
    private boolean wasteful;

    private JumpTargetAnalysis(Blocks blocks, BitSet parted) {
        this.blocks = blocks;
        this.parted = parted;
        copies = new BlockCloning(blocks);
        all = new ArrayList<>(blocks.all());
        stacksOf = new int[all.size()];
        all.forEach(block -> addNode());
    }

    private void addNode() {
        targets.add(new TreeSet<>());
        after.add(ControlFlowGraph.NOT_SEEN);
        stacks.add(new LinkedHashSet<>());
    }

    static ControlFlowGraph of(Blocks blocks) {
        JumpTargetAnalysis search = new JumpTargetAnalysis(blocks, new BitSet());
        search.run();
        for (int repeats = 0; search.wasteful && repeats < MOST_REPEATS; repeats++) {
            search = new JumpTargetAnalysis(blocks, search.parted);
            search.run();
        }
        return new ControlFlowGraph(blocks, search.all, search.targets, search.after, search.complete);
    }

    private void run() {
        choose(0, List.of());
        while (!waiting.isEmpty()) {
            follow(waiting.remove());
        }
    }

    /** @return the index of the block or of its copy for the stack */
    private int choose(int block, List<Integer> stack) {
        Integer known = chosen.get(new State(block, stack));
        if (known != null) {
            return known;
        }
        boolean first = stacksOf[block] == 0;
        int index = !first && hasRoom(block) && copies.isWorthOne(all.get(block)) ? copy(all.get(block)) : block;
        chosen.put(new State(block, stack), index);
        enter(index, block, stack);
        return index;
    }

    private int copy(Block block) {
        all.add(block.copy(all.size()));
        addNode();
        return all.size() - 1;
    }

    private boolean hasRoom(int block) {
        return stacksOf[block] < MOST_STACKS_OF_A_BLOCK && seen < MOST_STACKS;
    }

    /** @param index of the block or one of its copies */
    private void enter(int index, int block, List<Integer> stack) {
        if (stacks.get(index).contains(stack)) {
            return;
        }
        if (!hasRoom(block)) {
            complete = false;
            return;
        }
        stacksOf[block]++;
        seen++;
        stacks.get(index).add(stack);
        waiting.add(new State(index, stack));
    }

    private void follow(State state) {
        Block block = all.get(state.index());
        AbstractStack stack = new AbstractStack(state.stack());
        for (Block.Instruction instruction : block.instructions()) {
            if (instruction == block.last() && (block.exit() == Exit.JUMP || block.exit() == Exit.JUMPI)) {
                jump(block, stack);
            } else {
                stack.apply(instruction, blocks.jumpDestination(instruction).orElse(AbstractStack.UNKNOWN));
            }
        }
        if (block.continues()) {
            int next = next(block, blocks.after(block), stack.toList());
            int known = after.set(block.index(), next);
            if (known != ControlFlowGraph.NOT_SEEN && known != next) {
                part(block);
            }
        }
    }

    /** @return the index of the target or of a copy of it */
    private int next(Block from, Block to, List<Integer> stack) {
        if (parted.get(from.index())) {
            enter(to.index(), to.index(), stack);
            return to.index();
        }
        return choose(to.index(), stack);
    }

    /**
     * Its stacks would lead to different copies. Its successor is now the block itself, which is analyzed with all
     * stacks.
     */
    private void part(Block block) {
        if (!parted.get(block.index())) {
            parted.set(block.index());
            wasteful = true;
            targets.get(block.index()).clear();
            after.set(block.index(), ControlFlowGraph.NOT_SEEN);
            stacks.get(block.index()).forEach(stack -> waiting.add(new State(block.index(), stack)));
        }
    }

    private void jump(Block block, AbstractStack stack) {
        int to = stack.pop();
        if (block.exit() == Exit.JUMPI) {
            stack.pop();
        }
        if (to == AbstractStack.UNKNOWN) {
            complete = false;
            return;
        }
        int next = next(block, blocks.startingAt(to), stack.toList());
        Set<Integer> known = targets.get(block.index());
        if (known.stream().anyMatch(other -> other != next && all.get(other).start() == to)) {
            part(block);
        } else if (known.size() < MOST_TARGETS) {
            known.add(next);
        } else {
            complete &= known.contains(next);
        }
    }
}
