package thymus.evm.jit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Label;
import thymus.evm.EvmFork;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Handler;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

/** Emits the instructions of one block. */
final class BlockEmitter {
    private final Block block;
    private final Code code;
    private final ExitEmitter exits;
    private final OperandStack stack;

    BlockEmitter(Block block, Code code, ExitEmitter exits, OperandStack stack) {
        this.block = block;
        this.code = code;
        this.exits = exits;
        this.stack = stack;
    }

    void emit() {
        long gasLater = block.gas();
        for (Block.Instruction instruction : block.instructions()) {
            gasLater -= instruction.opcode().staticGas();
            if (instruction.opcode().since() != EvmFork.FIRST) {
                // The class is shared by all forks, so the fork is checked at run time.
                code.require(instruction.opcode().since());
            }
            if (instruction == block.last() && block.exit() != Exit.FALL) {
                end(instruction.opcode());
            } else {
                emit(instruction, gasLater);
            }
        }
        if (block.exit() == Exit.FALL) {
            exits.next(block, stack);
        }
    }

    private void end(Opcode opcode) {
        switch (block.exit()) {
            case JUMP -> exits.jump(block, stack.pop(), stack);
            case JUMPI -> {
                OperandValue to = stack.pop();
                OperandValue condition = stack.pop();
                Label notTaken = new Label();
                new BranchEmitter(code, stack.assigned()).ifZero(condition, notTaken);
                exits.jump(block, to, stack);
                code.label(notTaken, stack.assigned());
                code.hit(block.end());
                exits.next(block, stack);
            }
            case CALL -> exits.call(block, opcode, stack);
            case END -> {
                for (int i = 0; i < opcode.pops(); i++) {
                    code.load(stack.pop());
                }
                code.call(opcode);
                code.leave();
            }
            case FALL -> throw new AssertionError();
        }
    }

    private void emit(Block.Instruction instruction, long gasLater) {
        Opcode opcode = instruction.opcode();
        if (opcode.isPush()) {
            stack.push(new OperandValue.Constant(instruction.value()));
        } else if (opcode.isDup()) {
            stack.duplicate(opcode.pops());
        } else if (opcode.isSwap()) {
            stack.swap(opcode.pops());
        } else {
            switch (opcode) {
                case POP -> stack.release(stack.pop());
                case JUMPDEST -> {}
                case PC -> stack.push(new OperandValue.Constant(Word.of(instruction.pc())));
                case LT, GT, SLT, SGT, EQ -> compare(opcode);
                case ISZERO -> {
                    OperandValue operand = stack.pop();
                    stack.push(new OperandValue.Comparison(opcode, operand, operand));
                }
                default -> compute(opcode, gasLater);
            }
        }
    }

    /** Operands become words first; nested comparisons and their copies could grow without bound. */
    private void compare(Opcode opcode) {
        OperandValue left = word(stack.pop());
        OperandValue right = word(stack.pop());
        stack.push(new OperandValue.Comparison(opcode, left, right));
    }

    private OperandValue word(OperandValue value) {
        if (!(value instanceof OperandValue.Comparison)) {
            return value;
        }
        code.load(value);
        stack.release(value);
        OperandValue.Local local = stack.newLocal();
        code.store(local);
        return local;
    }

    private void compute(Opcode opcode, long gasLater) {
        List<OperandValue> operands = new ArrayList<>();
        for (int i = 0; i < opcode.pops(); i++) {
            operands.add(stack.pop());
        }
        Optional<Word> known = fold(opcode, operands);
        if (known.isPresent()) {
            stack.push(new OperandValue.Constant(known.get()));
            return;
        }
        boolean exact = opcode.needsExactGas() && gasLater > 0;
        if (exact) {
            gas("addGas", gasLater);
        }
        operands.forEach(code::load);
        code.call(opcode);
        operands.forEach(stack::release);
        if (opcode.pushes() == 1) {
            OperandValue.Local result = stack.newLocal();
            code.store(result);
            stack.push(result);
        }
        if (exact) {
            gas("charge", gasLater);
        }
    }

    private void gas(String method, long amount) {
        code.frame();
        code.number(amount);
        code.callFrame(method, "(J)V");
    }

    /** Folds an instruction with constant operands, by the function in the opcode table. */
    private static Optional<Word> fold(Opcode opcode, List<OperandValue> operands) {
        boolean pure = opcode.handler() instanceof Handler.Pure;
        if (!pure || !operands.stream().allMatch(OperandValue.Constant.class::isInstance)) {
            return Optional.empty();
        }
        Word[] words =
                operands.stream().map(v -> ((OperandValue.Constant) v).word()).toArray(Word[]::new);
        return opcode.operation().map(operation -> operation.apply(words));
    }
}
