package thymus.evm.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Exit;

class ControlFlowGraphTest {
    /** Calls a function at 0x11 from two places, and ends. */
    private static final String TWO_CALLS = "610007610011565b61000f610011565b00";
    /** More instructions than a block that gets copies may have. */
    private static final String LONG = "5f50".repeat(30);

    private record State(Block block, List<Integer> stack) {}

    private static ControlFlowGraph graph(String code) {
        return ControlFlowGraph.of(Blocks.of(Bytecode.parse(code)));
    }

    private static List<Block> at(ControlFlowGraph graph, int start) {
        return graph.all().stream().filter(block -> block.start() == start).toList();
    }

    @Test
    void aFunctionCalledFromTwoPlacesIsThereTwiceAndEachKnowsWhereItReturnsTo() {
        ControlFlowGraph graph = graph(TWO_CALLS + "5b56");
        List<Block> function = at(graph, 0x11);
        assertEquals(List.of(false, true), function.stream().map(graph::isCopy).toList());
        assertEquals(
                List.of(0x07, 0x0f),
                function.stream()
                        .flatMap(block -> graph.targets(block).stream())
                        .map(target -> graph.all().get(target).start())
                        .toList());
        assertTrue(graph.complete());
    }

    @Test
    void whatIsLongIsThereOnceAndKnowsBothPlaces() {
        ControlFlowGraph graph = graph(TWO_CALLS + "5b" + LONG + "56");
        assertEquals(1, at(graph, 0x11).size());
        assertEquals(2, graph.targets(at(graph, 0x11).getFirst()).size());
        assertTrue(graph.complete());
    }

    @Test
    void whatOnlyRevertsIsNotCopied() {
        assertEquals(1, at(graph(TWO_CALLS + "5b5f5ffd"), 0x11).size());
    }

    @Test
    void aPlaceThatIsComputedLeavesTheGraphIncomplete() {
        assertFalse(graph("5f35565b00").complete());
    }

    /** The small block behind the long one is reached with two stacks, but on a single way. */
    @Test
    void whereStacksShareALongBlockTheWaysBehindItAreKnownForAll() {
        requireEveryWay(graph(TWO_CALLS + "5b" + LONG + "5f61000f5756"), "long");
    }

    /** What a complete graph does not know is interpreted to the end of its frame, at a tenth of the speed. */
    @Test
    void aCompleteGraphKnowsEveryWayThatTheStackShows() {
        int complete = 0;
        for (int seed = 0; seed < 300; seed++) {
            byte[] code = RandomFunctions.draw(new Random(seed));
            ControlFlowGraph graph = ControlFlowGraph.of(Blocks.of(Bytecode.of(code)));
            if (graph.complete()) {
                requireEveryWay(graph, "seed " + seed + ": " + HexFormat.of().formatHex(code));
                complete++;
            }
        }
        assertTrue(complete > 100, complete + " were complete");
    }

    private static void requireEveryWay(ControlFlowGraph graph, String context) {
        Set<State> seen = new HashSet<>();
        Deque<State> waiting = new ArrayDeque<>(List.of(new State(graph.all().getFirst(), List.of())));
        while (!waiting.isEmpty()) {
            State state = waiting.remove();
            if (seen.add(state)) {
                follow(graph, state, waiting, context);
            }
        }
        Set<Block> met = seen.stream().map(State::block).collect(Collectors.toSet());
        assertTrue(
                graph.all().stream().filter(graph::isCopy).allMatch(met::contains),
                "there is an idle copy: " + context);
    }

    private static void follow(ControlFlowGraph graph, State state, Deque<State> waiting, String context) {
        Block block = state.block();
        AbstractStack stack = new AbstractStack(state.stack());
        for (Block.Instruction instruction : block.instructions()) {
            boolean isJump = instruction == block.last() && (block.exit() == Exit.JUMP || block.exit() == Exit.JUMPI);
            if (isJump) {
                int to = stack.pop();
                if (block.exit() == Exit.JUMPI) {
                    stack.pop();
                }
                Block target = graph.targets(block).stream()
                        .map(graph.all()::get)
                        .filter(b -> b.start() == to)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(
                                "from " + block.start() + " to " + to + " is not known: " + context));
                waiting.add(new State(target, stack.toList()));
            } else {
                stack.apply(instruction, place(instruction, graph));
            }
        }
        if (block.continues()) {
            waiting.add(new State(graph.after(block), stack.toList()));
        }
    }

    private static int place(Block.Instruction instruction, ControlFlowGraph graph) {
        boolean isPlace = instruction.opcode().isPush()
                && instruction.value().fitsLong()
                && graph.all().stream()
                        .anyMatch(b -> b.start() == instruction.value().d() && b.isJumpDestination());
        return isPlace ? (int) instruction.value().d() : AbstractStack.UNKNOWN;
    }
}
