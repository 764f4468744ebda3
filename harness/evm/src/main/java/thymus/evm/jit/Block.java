package thymus.evm.jit;

import java.util.ArrayList;
import java.util.List;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

/**
 * A basic block: instructions that are entered only at the first one.
 *
 * @param index among the blocks of its code
 * @param start the pc of the first instruction
 * @param end the pc behind the last instruction
 * @param exit how it ends
 * @param need how many stack slots below its start it reaches
 * @param growth how far the stack grows above its start
 * @param delta the change of the stack height from start to end
 * @param gas the static gas of all instructions
 * @param reserve the most dynamic gas of the instructions before the last one, if the memory grows little
 */
record Block(
        int index,
        int start,
        int end,
        List<Instruction> instructions,
        Exit exit,
        int need,
        int growth,
        int delta,
        long gas,
        long reserve) {
    /**
     * A decoded instruction.
     *
     * @param value of a PUSH; zero for any other opcode
     */
    record Instruction(int pc, Opcode opcode, Word value) {}

    /** The gas reserved for the memory use of a block; the first 50 KiB cost as much. */
    private static final long MEMORY = 10_000;

    static Block read(Bytecode code, int index, int start, int most) {
        List<Instruction> instructions = new ArrayList<>();
        int height = 0;
        int need = 0;
        int growth = 0;
        long gas = 0;
        int pc = start;
        Exit exit = Exit.FALL;
        while (exit == Exit.FALL && instructions.size() < most && (pc == start || !code.isJumpDestination(pc))) {
            Opcode opcode = Opcode.at(code, pc);
            instructions.add(new Instruction(pc, opcode, code.immediate(pc)));
            need = Math.max(need, opcode.pops() - height);
            height += opcode.pushes() - opcode.pops();
            growth = Math.max(growth, height);
            gas += opcode.staticGas();
            pc = code.next(pc);
            exit = opcode.exit();
        }
        long reserve = reserve(instructions.subList(0, instructions.size() - 1));
        return new Block(index, start, pc, List.copyOf(instructions), exit, need, growth, height, gas, reserve);
    }

    /**
     * The most dynamic gas of the instructions, if they use no more than a few KiB of memory. A block with less gas
     * left is interpreted. The compiled block has already paid for later instructions, so it would fail too early and
     * tracers would miss events in between.
     */
    private static long reserve(List<Instruction> instructions) {
        long fixed = instructions.stream().mapToLong(i -> i.opcode().mostGas()).sum();
        return instructions.stream().anyMatch(i -> i.opcode().growsMemory()) ? fixed + MEMORY : fixed;
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
