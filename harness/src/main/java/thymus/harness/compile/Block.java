package thymus.harness.compile;

import java.util.ArrayList;
import java.util.List;
import thymus.harness.evm.Bytecode;
import thymus.harness.evm.Opcode;
import thymus.harness.word.Word;

/**
 * A run of instructions that is entered at its start only.
 *
 * @param index among the blocks of its code
 * @param start where it begins
 * @param end where the code goes on behind it
 * @param exit how it ends
 * @param need how many places of the stack below its start it reaches
 * @param growth how far above its start the stack gets
 * @param delta by how much the stack has grown at the end
 * @param gas the static cost of all instructions
 * @param reserve the most that those before the last one cost beside that, where memory grows little
 */
record Block(int index, int start, int end, List<Instruction> instructions, Exit exit, int need, int growth, int delta,
        long gas, long reserve) {
    /** @param value of a PUSH; zero of others */
    record Instruction(int pc, Opcode opcode, Word value) {}

    enum Exit {
        JUMP,
        JUMPI,
        /** Goes on with the next block. */
        FALL,
        /** Starts another frame, and goes on with the next block when that has ended. */
        CALL,
        /** Ends the frame. */
        END
    }

    static Block read(Bytecode code, int index, int start, int most) {
        List<Instruction> instructions = new ArrayList<>();
        int height = 0;
        int need = 0;
        int growth = 0;
        long gas = 0;
        int pc = start;
        Exit exit = Exit.FALL;
        while (exit == Exit.FALL && instructions.size() < most
                && (pc == start || !code.isJumpDestination(pc))) {
            Opcode opcode = code.opcodeAt(pc);
            instructions.add(new Instruction(pc, opcode, code.immediate(pc)));
            need = Math.max(need, opcode.pops() - height);
            height += opcode.pushes() - opcode.pops();
            growth = Math.max(growth, height);
            gas += opcode.staticGas();
            pc = code.next(pc);
            exit = exitOf(opcode);
        }
        long reserve = Handlers.reserve(instructions.stream().limit(instructions.size() - 1).map(Instruction::opcode).toList());
        return new Block(index, start, pc, List.copyOf(instructions), exit, need, growth, height, gas, reserve);
    }

    private static Exit exitOf(Opcode opcode) {
        return switch (opcode) {
            case JUMP -> Exit.JUMP;
            case JUMPI -> Exit.JUMPI;
            case CALL, CALLCODE, DELEGATECALL, STATICCALL, CREATE, CREATE2 -> Exit.CALL;
            case STOP, RETURN, REVERT, INVALID, SELFDESTRUCT -> Exit.END;
            default -> Exit.FALL;
        };
    }

    Block copy(int index) {
        return new Block(index, start, end, instructions, exit, need, growth, delta, gas, reserve);
    }

    boolean isJumpDestination() {
        return instructions.getFirst().opcode() == Opcode.JUMPDEST;
    }

    Instruction last() {
        return instructions.getLast();
    }

    boolean continues() {
        return exit == Exit.FALL || exit == Exit.JUMPI || exit == Exit.CALL;
    }
}
