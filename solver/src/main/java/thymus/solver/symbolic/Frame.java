package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import thymus.evm.code.Bytecode;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;

/** One call in progress. Mutable: a machine copies it where a path forks. */
final class Frame {
    final String contract;
    final IntTerm address;
    final Bytecode code;
    final IntTerm caller;
    final IntTerm value;
    final CallData input;
    final boolean isStatic;
    /** What a revert goes back to. */
    final SymbolicWorld worldAtEntry;

    final SymbolicWorld transientAtEntry;
    final int logsAtEntry;
    /** Where in the caller's memory the output goes. */
    final IntTerm outputPlace;

    final IntTerm outputSize;

    final List<IntTerm> stack = new ArrayList<>();
    Memory memory;
    CallData returnData;
    int pc;
    /** Different from that of every other frame of the path. */
    int serial;
    /** What GAS said in this frame, by the ids of the terms. */
    final Set<Integer> gasReadings = new HashSet<>();
    /** Whether it, or a frame that it runs in, was given less gas than could be passed on. */
    boolean isLimited;

    Frame(
            String contract,
            IntTerm address,
            Bytecode code,
            IntTerm caller,
            IntTerm value,
            CallData input,
            boolean isStatic,
            SymbolicWorld worldAtEntry,
            SymbolicWorld transientAtEntry,
            int logsAtEntry,
            IntTerm outputPlace,
            IntTerm outputSize) {
        this.contract = contract;
        this.address = address;
        this.code = code;
        this.caller = caller;
        this.value = value;
        this.input = input;
        this.isStatic = isStatic;
        this.worldAtEntry = worldAtEntry;
        this.transientAtEntry = transientAtEntry;
        this.logsAtEntry = logsAtEntry;
        this.outputPlace = outputPlace;
        this.outputSize = outputSize;
        this.memory = new Memory(input.terms());
        this.returnData = CallData.none(input.terms());
    }

    Frame copy() {
        Frame copy = new Frame(
                contract,
                address,
                code,
                caller,
                value,
                input,
                isStatic,
                worldAtEntry,
                transientAtEntry,
                logsAtEntry,
                outputPlace,
                outputSize);
        copy.stack.addAll(stack);
        copy.memory = memory.copy();
        copy.returnData = returnData;
        copy.pc = pc;
        copy.serial = serial;
        copy.gasReadings.addAll(gasReadings);
        copy.isLimited = isLimited;
        return copy;
    }

    IntTerm pop() {
        return stack.removeLast();
    }

    void push(IntTerm word) {
        stack.add(word);
    }

    /** To the next opcode, for those without immediate bytes; true, for the path goes on. */
    boolean advance() {
        pc++;
        return true;
    }

    boolean pushAndAdvance(IntTerm word) {
        push(word);
        return advance();
    }
}
