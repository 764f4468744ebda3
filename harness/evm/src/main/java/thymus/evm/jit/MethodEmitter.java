package thymus.evm.jit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import thymus.evm.interpreter.Frame;

/**
 * Emits one method of a program: a switch over the blocks that can be entered from the frame's stack, and the blocks of
 * some regions. A block charges all its static gas at its start, and checks the stack bounds that no path has checked.
 * If a check fails, or if the gas left may not cover the dynamic costs, the frame continues in the interpreter. The
 * interpreter finds the exact pc and error.
 */
final class MethodEmitter implements ExitEmitter.Labels {
    private final Code code;
    private final Regions regions;
    private final LocalsDataFlow flow;
    private final List<Block> members;
    private final Map<Block, Label> fromStack = new HashMap<>();
    private final Map<Block, Label> fromLocals = new HashMap<>();
    private final ExitEmitter exits;

    MethodEmitter(
            Code code,
            Blocks blocks,
            ControlFlowGraph graph,
            Regions regions,
            LocalsDataFlow flow,
            List<Block> members) {
        this.code = code;
        this.regions = regions;
        this.flow = flow;
        this.members = members;
        for (Block block : members) {
            if (flow.isEnteredFromStack(block)) {
                fromStack.put(block, new Label());
            }
            fromLocals.put(block, new Label());
        }
        exits = new ExitEmitter(code, blocks, graph, flow, this);
    }

    @Override
    public Label fromLocals(Block block) {
        return fromLocals.get(block);
    }

    @Override
    public Label fromStack(Block block) {
        return fromStack.get(block);
    }

    @Override
    public boolean has(Block block) {
        return fromStack.containsKey(block);
    }

    void emit() {
        code.prologue();
        // The keys of a lookupswitch must be sorted.
        List<Block> entries = members.stream()
                .filter(flow::isEnteredFromStack)
                .sorted(Comparator.comparingInt(Block::index))
                .toList();
        Label nowhere = new Label();
        code.out.visitLookupSwitchInsn(
                nowhere,
                entries.stream().mapToInt(Block::index).toArray(),
                entries.stream().map(fromStack::get).toArray(Label[]::new));
        code.label(nowhere, new BitSet());
        code.leave();
        members.forEach(this::emit);
        code.out.visitMaxs(0, 0);
        code.out.visitEnd();
    }

    private void emit(Block block) {
        OperandStack stack = new OperandStack(
                Code.FIRST_FREE, regions.entryHeight(block), regions.slots(block), flow.inLocals(block));
        Label body = new Label();
        Label refuse = new Label();
        if (flow.isEnteredFromStack(block)) {
            enterFromStack(block, stack);
            code.out.visitJumpInsn(Opcodes.GOTO, body);
        }
        BitSet words = (BitSet) stack.assigned().clone();
        if (flow.isEnteredFromLocals(block)) {
            code.label(fromLocals.get(block), words);
            if (flow.checksLow(block)) {
                code.index(flow.low(block));
                code.out.visitJumpInsn(Opcodes.IFLT, refuse);
            }
            if (flow.checksHigh(block)) {
                code.index(flow.high(block));
                code.number(Frame.STACK_LIMIT);
                code.out.visitJumpInsn(Opcodes.IF_ICMPGT, refuse);
            }
        }
        code.label(body, words);
        if (block.gas() > 0) {
            code.frame();
            code.number(block.gas());
            code.number(block.reserve());
            code.callFrame("pay", "(JJ)Z");
            code.out.visitJumpInsn(Opcodes.IFEQ, refuse);
        }
        if (block.isJumpDestination()) {
            code.hit(block.start());
        }
        new BlockEmitter(block, code, exits, stack).emit();
        code.label(refuse, words);
        interpret(block);
    }

    private void enterFromStack(Block block, OperandStack stack) {
        code.label(fromStack.get(block), new BitSet());
        code.out.visitVarInsn(Opcodes.ILOAD, Code.HEIGHT);
        code.number(regions.entryHeight(block));
        code.out.visitInsn(Opcodes.ISUB);
        code.out.visitVarInsn(Opcodes.ISTORE, Code.BASE);
        Label refuse = new Label();
        Label enough = new Label();
        code.index(flow.low(block));
        code.out.visitJumpInsn(Opcodes.IFLT, refuse);
        code.index(flow.high(block));
        code.number(Frame.STACK_LIMIT);
        code.out.visitJumpInsn(Opcodes.IF_ICMPLE, enough);
        code.label(refuse, new BitSet());
        leaveAt(block);
        code.label(enough, new BitSet());
        BitSet slots = flow.inLocals(block);
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
            code.fetch(slot, stack.local(slot), slot >= flow.low(block));
        }
    }

    /** Leaves to the interpreter at the start of the block, before it has had any effect. */
    private void interpret(Block block) {
        BitSet newer = flow.newer(block);
        for (int slot = newer.nextSetBit(0); slot >= 0; slot = newer.nextSetBit(slot + 1)) {
            // No slot is known to exist here: the stack check itself may have failed.
            code.spill(slot, new OperandValue.Local(Code.FIRST_FREE + slot), false);
        }
        leaveAt(block);
    }

    private void leaveAt(Block block) {
        code.frame();
        code.number(block.start());
        code.index(regions.entryHeight(block));
        code.callFrame("leaveAt", "(II)V");
        code.leave();
    }
}
