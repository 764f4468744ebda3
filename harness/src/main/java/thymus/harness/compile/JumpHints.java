package thymus.harness.compile;

import java.util.ArrayDeque;
import java.util.Arrays;
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
    /** How much of the stack is followed. */
    private static final int DEPTH = 40;
    private static final int MOST_STACKS_OF_A_BLOCK = 128;
    private static final int MOST_STACKS = 60_000;
    private static final int UNKNOWN = -1;

    /** Places on the stack, the top last; {@link #UNKNOWN} for anything else. */
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
                stack.apply(instruction, blocks.jumpDestination(instruction).orElse(UNKNOWN));
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
        if (to == UNKNOWN) {
            complete = false;
            return;
        }
        Block target = blocks.startingAt(to);
        targets.get(block.index()).add(target.index());
        visit(target.index(), stack.toList());
    }

    /** The upper part of a stack; below it everything is unknown. */
    private static final class PlaceStack {
        private int[] places = new int[2 * DEPTH];
        private int size;

        PlaceStack(List<Integer> bottomFirst) {
            for (int place : bottomFirst) {
                push(place);
            }
        }

        void push(int place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = place;
        }

        int pop() {
            return size == 0 ? UNKNOWN : places[--size];
        }

        private int peek(int depth) {
            return depth < size ? places[size - 1 - depth] : UNKNOWN;
        }

        void apply(Block.Instruction instruction, int pushed) {
            int pops = instruction.opcode().pops();
            if (instruction.opcode().isDup()) {
                push(peek(pops - 1));
            } else if (instruction.opcode().isSwap()) {
                swap(pops - 1);
            } else {
                for (int i = 0; i < pops; i++) {
                    pop();
                }
                for (int i = 0; i < instruction.opcode().pushes(); i++) {
                    push(pushed);
                }
            }
        }

        private void swap(int depth) {
            if (depth >= size) {
                // What comes up is unknown; what goes down is forgotten.
                if (size > 0) {
                    places[size - 1] = UNKNOWN;
                }
                return;
            }
            int top = places[size - 1];
            places[size - 1] = places[size - 1 - depth];
            places[size - 1 - depth] = top;
        }

        List<Integer> toList() {
            int from = Math.max(0, size - DEPTH);
            // Unknown places at the bottom say nothing.
            while (from < size && places[from] == UNKNOWN) {
                from++;
            }
            return Arrays.stream(places, from, size).boxed().toList();
        }
    }
}
