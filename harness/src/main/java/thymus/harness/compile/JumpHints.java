package thymus.harness.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the jumps of a code lead, as far as following pushed places through the stack shows. Compilers return from internal
 * functions by jumping to a place that the caller pushed. The search is bounded and may miss targets: these are hints.
 */
final class JumpHints {
    private static final int MOST_STACKS_OF_A_BLOCK = 128;
    private static final int MOST_STACKS = 60_000;
    /** A jump compares with each in turn. */
    private static final int MOST_TARGETS = 16;

    /** Places on the stack, the top last. */
    private record State(int block, List<Integer> stack) {}

    private final Blocks blocks;
    private final List<TreeSet<Integer>> targets;
    private final Set<State> seen = new HashSet<>();
    private final int[] stacksOf;
    private final Deque<State> waiting = new ArrayDeque<>();
    private boolean complete = true;

    private JumpHints(Blocks blocks) {
        this.blocks = blocks;
        stacksOf = new int[blocks.all().size()];
        targets = blocks.all().stream().map(b -> new TreeSet<Integer>()).toList();
    }

    /** Nothing is known of any jump. */
    static JumpHints none(Blocks blocks) {
        JumpHints hints = new JumpHints(blocks);
        hints.complete = false;
        return hints;
    }

    static JumpHints of(Blocks blocks) {
        JumpHints hints = new JumpHints(blocks);
        hints.visit(0, List.of());
        while (!hints.waiting.isEmpty()) {
            hints.follow(hints.waiting.remove());
        }
        return hints;
    }

    /** The indices of the blocks that the jump at the end of a block may lead to, in order. */
    Set<Integer> targets(Block block) {
        return targets.get(block.index());
    }

    /** Whether every jump that was met was understood. */
    boolean complete() {
        return complete;
    }

    private void visit(int block, List<Integer> stack) {
        State state = new State(block, stack);
        if (seen.contains(state)) {
            return;
        }
        if (stacksOf[block] == MOST_STACKS_OF_A_BLOCK || seen.size() == MOST_STACKS) {
            complete = false;
            return;
        }
        stacksOf[block]++;
        seen.add(state);
        waiting.add(state);
    }

    private void follow(State state) {
        Block block = blocks.all().get(state.block());
        PlaceStack stack = new PlaceStack(state.stack());
        for (Block.Instruction instruction : block.instructions()) {
            if (instruction == block.last() && (block.exit() == Block.Exit.JUMP || block.exit() == Block.Exit.JUMPI)) {
                jump(block, stack);
            } else {
                stack.apply(instruction, blocks.jumpDestination(instruction).orElse(PlaceStack.UNKNOWN));
            }
        }
        if (block.continues()) {
            visit(blocks.after(block).index(), stack.toList());
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
        Block target = blocks.startingAt(to);
        Set<Integer> known = targets.get(block.index());
        if (known.size() < MOST_TARGETS) {
            known.add(target.index());
        }
        complete &= known.contains(target.index());
        visit(target.index(), stack.toList());
    }
}
