package thymus.evm.jit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

/**
 * Emits the exits of a block: to another block with the stack in JVM locals or in the frame, to a call, or by value.
 */
final class ExitEmitter {
    private final Code code;
    private final Blocks blocks;
    private final ControlFlowGraph graph;
    private final LocalsDataFlow flow;
    private final Labels labels;

    /** The labels at which the blocks of the method begin. */
    interface Labels {
        Label fromLocals(Block block);

        Label fromStack(Block block);

        boolean has(Block block);
    }

    ExitEmitter(Code code, Blocks blocks, ControlFlowGraph graph, LocalsDataFlow flow, Labels labels) {
        this.code = code;
        this.blocks = blocks;
        this.graph = graph;
        this.flow = flow;
        this.labels = labels;
    }

    void next(Block block, OperandStack stack) {
        to(block, graph.after(block), stack);
    }

    void jump(Block block, OperandValue target, OperandStack stack) {
        if (target instanceof OperandValue.Constant(Word pc)) {
            hinted(block, pc)
                    .or(() -> blocks.target(pc))
                    .ifPresentOrElse(to -> to(block, to, stack), () -> byValue(block, target, stack));
            return;
        }
        for (int hint : graph.targets(block)) {
            Block to = graph.all().get(hint);
            Label other = new Label();
            code.load(target);
            code.load(new OperandValue.Constant(Word.of(to.start())));
            // An address that this program pushed is this constant object. A computed address is dispatched by value.
            code.out.visitJumpInsn(Opcodes.IF_ACMPNE, other);
            to(block, to, stack);
            code.label(other, stack.assigned());
        }
        byValue(block, target, stack);
    }

    private Optional<Block> hinted(Block block, Word pc) {
        return graph.targets(block).stream()
                .map(graph.all()::get)
                .filter(to -> pc.fitsLong() && to.start() == pc.toLong())
                .findFirst();
    }

    /** Emits a jump to the value of the word, including the check that the target is a JUMPDEST. */
    private void byValue(Block block, OperandValue target, OperandStack stack) {
        spill(block, stack);
        code.frame();
        code.frame();
        code.load(target);
        code.callFrame("jumpTarget", "(L" + Code.WORD + ";)I");
        code.index(stack.height());
        code.callFrame("leaveAt", "(II)V");
        code.out.visitVarInsn(Opcodes.ALOAD, 0);
        code.frame();
        code.callFrame("pc", "()I");
        code.out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, code.program, "blockAt", "(I)I", false);
        code.out.visitInsn(Opcodes.IRETURN);
    }

    private void to(Block from, Block to, OperandStack stack) {
        if (flow.isLocal(from, to)) {
            move(to, stack);
            code.out.visitJumpInsn(Opcodes.GOTO, labels.fromLocals(to));
            return;
        }
        spill(from, stack);
        if (flow.isEnteredFromStack(to) && labels.has(to)) {
            code.index(stack.height());
            code.out.visitVarInsn(Opcodes.ISTORE, Code.HEIGHT);
            code.out.visitJumpInsn(Opcodes.GOTO, labels.fromStack(to));
            return;
        }
        leaveAt(to.start(), stack.height());
        code.number(flow.isEnteredFromStack(to) ? to.index() : Program.LEAVE);
        code.out.visitInsn(Opcodes.IRETURN);
    }

    private void leaveAt(int pc, int height) {
        code.frame();
        code.number(pc);
        code.index(height);
        code.callFrame("leaveAt", "(II)V");
    }

    /**
     * Moves every slot that the next block expects in a JVM local to that local. The moves are parallel, because locals
     * can swap.
     */
    private void move(Block to, OperandStack stack) {
        List<Integer> slots = new ArrayList<>();
        BitSet wanted = flow.inLocals(to);
        for (int slot = wanted.nextSetBit(0); slot >= 0; slot = wanted.nextSetBit(slot + 1)) {
            if (!stack.at(slot).equals(stack.atStart(slot))) {
                slots.add(slot);
                code.load(stack.at(slot));
            }
        }
        for (int slot : slots.reversed()) {
            code.store(stack.atStart(slot));
        }
    }

    /** Writes the operand stack to the frame's stack. */
    private void spill(Block block, OperandStack stack) {
        spill(flow.newerAtEnd(block), block, stack);
    }

    private void spill(BitSet newer, Block block, OperandStack stack) {
        for (int slot = newer.nextSetBit(0); slot >= 0 && slot < stack.height(); slot = newer.nextSetBit(slot + 1)) {
            if (!stack.isUntouched(slot)) {
                code.spill(slot, stack.at(slot), slot >= flow.lowChecked(block));
            }
        }
    }

    /** Emits a call or creation. Operands are on the frame's stack, and execution continues at the block behind. */
    void call(Block block, Opcode opcode, OperandStack stack) {
        BitSet newer = (BitSet) flow.newer(block).clone();
        newer.or(stack.changed());
        spill(newer, block, stack);
        leaveAt(block.last().pc(), stack.height());
        code.call(opcode);
        // Sets the pc behind, where the frame continues after the call. A call that could not start has already ended.
        code.frame();
        code.number(block.end());
        code.callFrame("goOnAt", "(I)V");
        code.frame();
        code.callFrame("isRunning", "()Z");
        Label waiting = new Label();
        code.out.visitJumpInsn(Opcodes.IFEQ, waiting);
        Block after = graph.after(block);
        if (labels.has(after)) {
            code.frame();
            code.callFrame("stackSize", "()I");
            code.out.visitVarInsn(Opcodes.ISTORE, Code.HEIGHT);
            code.out.visitJumpInsn(Opcodes.GOTO, labels.fromStack(after));
        } else {
            code.number(after.index());
            code.out.visitInsn(Opcodes.IRETURN);
        }
        code.label(waiting, stack.assigned());
        code.leave();
    }
}
