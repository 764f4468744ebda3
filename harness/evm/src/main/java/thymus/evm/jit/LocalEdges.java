package thymus.evm.jit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import thymus.evm.interpreter.Exit;

/** The edges on which the stack stays in JVM locals, and the blocks that are entered from the frame's stack. */
final class LocalEdges {
    private final ControlFlowGraph graph;
    private final Regions regions;
    private final List<List<Block>> successors = new ArrayList<>();
    private final List<List<Block>> predecessors = new ArrayList<>();
    private final BitSet enteredFromStack = new BitSet();

    LocalEdges(ControlFlowGraph graph, Regions regions) {
        this.graph = graph;
        this.regions = regions;
        for (int i = 0; i < graph.all().size(); i++) {
            successors.add(new ArrayList<>());
            predecessors.add(new ArrayList<>());
        }
        graph.all().forEach(this::connect);
        spread();
    }

    List<Block> from(Block block) {
        return successors.get(block.index());
    }

    List<Block> to(Block block) {
        return predecessors.get(block.index());
    }

    boolean isEnteredFromStack(Block block) {
        return enteredFromStack.get(block.index());
    }

    private void connect(Block block) {
        if (block.index() == 0 || (!graph.complete() && block.isJumpDestination() && !graph.isCopy(block))) {
            enteredFromStack.set(block.index());
        }
        if (block.exit() == Exit.CALL) {
            enteredFromStack.set(graph.after(block).index());
        } else if (block.continues()) {
            connect(block, graph.after(block));
        }
        graph.targets(block).forEach(target -> connect(block, graph.all().get(target)));
    }

    private void connect(Block from, Block to) {
        if (!regions.isLocal(from, to)) {
            enteredFromStack.set(to.index());
        } else if (!successors.get(from.index()).contains(to)) {
            successors.get(from.index()).add(to);
            predecessors.get(to.index()).add(from);
        }
    }

    /**
     * A block without predecessors is reachable only by an unresolved jump, hence with its operands on the frame's
     * stack.
     */
    private void spread() {
        BitSet reached = new BitSet();
        for (Block block : graph.all()) {
            if (enteredFromStack.get(block.index())) {
                reach(block, reached);
            }
        }
        for (Block block : graph.all()) {
            if (!reached.get(block.index())) {
                enteredFromStack.set(block.index());
                reach(block, reached);
            }
        }
    }

    private void reach(Block first, BitSet reached) {
        List<Block> waiting = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty()) {
            Block block = waiting.removeLast();
            if (!reached.get(block.index())) {
                reached.set(block.index());
                waiting.addAll(from(block));
            }
        }
    }
}
