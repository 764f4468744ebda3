package thymus.harness.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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

    /** Places on the stack, the top last. */
    private record State(int block, List<Integer> stack) {}

    private final Blocks blocks;
    private final Copies copies;
    private final List<Block> all;
    private final List<Set<Integer>> targets = new ArrayList<>();
    private final List<Integer> after = new ArrayList<>();
    private final Map<State, Integer> seen = new HashMap<>();
    private final int[] stacksOf;
    private final Deque<State> waiting = new ArrayDeque<>();
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
    }

    /** Nothing is known of any jump. */
    static FlowGraph withoutJumps(Blocks blocks) {
        FlowGraph graph = new FlowGraph(blocks);
        graph.complete = false;
        return graph;
    }

    static FlowGraph of(Blocks blocks) {
        FlowGraph graph = new FlowGraph(blocks);
        graph.visit(0, List.of());
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
    private int visit(int block, List<Integer> stack) {
        State state = new State(block, stack);
        Integer known = seen.get(state);
        if (known != null) {
            return known;
        }
        if (stacksOf[block] == MOST_STACKS_OF_A_BLOCK || seen.size() == MOST_STACKS) {
            complete = false;
            return block;
        }
        int node = stacksOf[block]++ > 0 && copies.isWorthOne(all.get(block)) ? copy(all.get(block)) : block;
        seen.put(state, node);
        waiting.add(state);
        return node;
    }

    private int copy(Block block) {
        all.add(block.copy(all.size()));
        addNode();
        return all.size() - 1;
    }

    private void follow(State state) {
        Block block = all.get(seen.get(state));
        PlaceStack stack = new PlaceStack(state.stack());
        for (Block.Instruction instruction : block.instructions()) {
            if (instruction == block.last() && (block.exit() == Block.Exit.JUMP || block.exit() == Block.Exit.JUMPI)) {
                jump(block, stack);
            } else {
                stack.apply(instruction, blocks.jumpDestination(instruction).orElse(PlaceStack.UNKNOWN));
            }
        }
        if (block.continues()) {
            goOn(block, visit(blocks.after(block).index(), stack.toList()));
        }
    }

    /** Where several stacks share a block, their ways may part: then it is followed by what they can share as well. */
    private void goOn(Block block, int next) {
        int known = after.get(block.index());
        after.set(block.index(), known == NOT_SEEN || known == next ? next : blocks.after(block).index());
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
        Block target = blocks.startingAt(to);
        int node = visit(target.index(), stack.toList());
        Set<Integer> known = targets.get(block.index());
        if (known.removeIf(other -> other != node && all.get(other).start() == to)) {
            known.add(target.index());
        } else if (known.size() < MOST_TARGETS) {
            known.add(node);
        } else {
            complete &= known.contains(node);
        }
    }
}
