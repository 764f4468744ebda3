package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.code.Bytecode;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;

/** A call frame. Mutable; a path copies it at a fork. */
final class Frame {
    final String contract;
    final IntTerm address;
    final Bytecode code;
    /** Words of the code that are no numbers, by their offsets. */
    final Map<Integer, IntTerm> openWords;

    final IntTerm caller;
    final IntTerm value;
    final CallData input;
    final boolean isStatic;
    /** The state to which a revert returns. */
    final SymbolicWorld worldAtEntry;

    final SymbolicWorld transientAtEntry;
    final int logsAtEntry;
    /** Whether it is the call at that place among the inner calls. */
    boolean isNoted;
    /** The number of inner calls of the path before this one. */
    int enteredAtEntry;
    /** The number of departures of the path before this frame. */
    int departuresAtEntry;
    /** The offset of the output in the caller's memory. */
    final IntTerm outputPlace;

    final IntTerm outputSize;

    final List<IntTerm> stack = new ArrayList<>();
    Memory memory;
    CallData returnData;
    int pc;
    /** Unique among the frames of the path. */
    int serial;
    /** The results of GAS in this frame, by the ids of their terms. */
    final Set<Integer> gasReadings = new HashSet<>();
    /** True if this frame, or one that called it, got less gas than could be passed on. */
    boolean isLimited;
    /** The code as a contract assembled it in memory, if this is a created contract's. */
    Optional<OpenCode> open = Optional.empty();
    /** The address of the contract that this frame constructs. */
    Optional<IntTerm> creates = Optional.empty();
    /** What stands for this frame if it cannot be read. */
    Optional<Retreat> retreat = Optional.empty();
    /** The contracts that the path had created before this frame. */
    Children childrenAtEntry = Children.NONE;

    Frame(
            String contract,
            IntTerm address,
            Bytecode code,
            Map<Integer, IntTerm> openWords,
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
        this.openWords = openWords;
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
                openWords,
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
        copy.enteredAtEntry = enteredAtEntry;
        copy.departuresAtEntry = departuresAtEntry;
        copy.isNoted = isNoted;
        copy.open = open;
        copy.creates = creates;
        copy.retreat = retreat;
        copy.childrenAtEntry = childrenAtEntry;
        return copy;
    }

    /** The number that the PUSH at the program counter pushes. */
    IntTerm immediate() {
        IntTerm open = openWords.get(pc + 1);
        return open == null ? input.terms().constant(code.immediate(pc).toBigInteger()) : open;
    }

    /** Returns whether the code is known up to the offset, or ends before. */
    boolean isKnownUpTo(int end) {
        return open.isEmpty()
                || open.get().executable() == code.size()
                || end <= open.get().executable();
    }

    IntTerm pop() {
        return stack.removeLast();
    }

    void push(IntTerm word) {
        stack.add(word);
    }

    /** Advances by an opcode without immediate bytes. Returns true, because the path continues. */
    boolean advance() {
        pc++;
        return true;
    }

    boolean pushAndAdvance(IntTerm word) {
        push(word);
        return advance();
    }
}
