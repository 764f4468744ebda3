package thymus.harness.compile;

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

/**
 * The ways between the blocks of a code, as far as following pushed places through the stack shows. Compilers return from
 * internal functions by jumping to a place that the caller pushed; a small block that is reached with several such places on
 * the stack gets a copy for each, as if the function had been inlined, and then knows where it returns to.
 *
 * <p>The search is bounded and may miss ways: these are hints. A copy does what its block does, whoever gets there.
 */
final class FlowGraph {
    private static final int MOST_STACKS_OF_A_BLOCK = 128;
    private static final int MOST_STACKS = 60_000;
    /** A jump compares with each in turn. */
    private static final int MOST_TARGETS = 16;
    private static final int NOT_SEEN = -1;

    /**
     * @param index of a block or copy
     * @param stack places on it, the top last
     */
    private record State(int index, List<Integer> stack) {}

    private final Blocks blocks;
    private final Copies copies;
    private final List<Block> all;
    private final List<Set<Integer>> targets = new ArrayList<>();
    private final List<Integer> after = new ArrayList<>();
    /** With which stacks each is followed. */
    private final List<Set<List<Integer>>> stacks = new ArrayList<>();
    /** The block or copy for each stack with which a block was reached. */
    private final Map<State, Integer> chosen = new HashMap<>();
    private final BitSet parted = new BitSet();
    private final int[] stacksOf;
    private final Deque<State> waiting = new ArrayDeque<>();
    private int seen;
    private boolean complete = true;

    private FlowGraph(Blocks blocks) {
        this.blocks = blocks;
        copies = new Copies(blocks);
        all = new ArrayList<>(blocks.all());
        stacksOf = new int[all.size()];
        all.forEach(block -> addNode());
    }

    private void addNode() {
        targets.add(new TreeSet<>());
        after.add(NOT_SEEN);
        stacks.add(new LinkedHashSet<>());
    }

    /** Nothing is known of any jump. */
    static FlowGraph withoutJumps(Blocks blocks) {
        FlowGraph graph = new FlowGraph(blocks);
        graph.complete = false;
        return graph;
    }

    static FlowGraph of(Blocks blocks) {
        FlowGraph graph = new FlowGraph(blocks);
        graph.choose(0, List.of());
        while (!graph.waiting.isEmpty()) {
            graph.follow(graph.waiting.remove());
        }
        return graph;
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

    /** Whether every jump that was met was understood. */
    boolean complete() {
        return complete;
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
        PlaceStack stack = new PlaceStack(state.stack());
        for (Block.Instruction instruction : block.instructions()) {
            if (instruction == block.last() && (block.exit() == Block.Exit.JUMP || block.exit() == Block.Exit.JUMPI)) {
                jump(block, stack);
            } else {
                stack.apply(instruction, blocks.jumpDestination(instruction).orElse(PlaceStack.UNKNOWN));
            }
        }
        if (block.continues()) {
            int next = next(block, blocks.after(block), stack.toList());
            int known = after.set(block.index(), next);
            if (known != NOT_SEEN && known != next) {
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
     * Where several stacks share a block, different copies may be meant to follow it. Then it is followed by none, and what
     * follows it instead has to be looked at with all its stacks.
     */
    private void part(Block block) {
        if (!parted.get(block.index())) {
            parted.set(block.index());
            targets.get(block.index()).clear();
            after.set(block.index(), NOT_SEEN);
            stacks.get(block.index()).forEach(stack -> waiting.add(new State(block.index(), stack)));
        }
    }

    private void jump(Block block, PlaceStack stack) {
        int to = stack.pop();
        if (block.exit() == Block.Exit.JUMPI) {
            stack.pop();
        }
        if (to == PlaceStack.UNKNOWN) {
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
