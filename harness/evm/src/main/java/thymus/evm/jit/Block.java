package thymus.evm.jit;

import java.util.ArrayList;
import java.util.List;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;

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
    /** @param value of a PUSH; zero of others */
    record Instruction(int pc, Opcode opcode, Word value) {}

    /** Of gas, for what a block does with memory: the first 50 KiB cost as much. */
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
     * The most that instructions cost beside their static gas, where memory grows and is hashed by no more than some KiB.
     * Where less is left the block is interpreted: having paid for what comes later it would fail too early, and watchers
     * would miss what happens in between.
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
