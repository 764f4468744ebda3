package thymus.solver.concolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tracer;

/** Records the conditional jumps of a transaction, in all of its frames. */
final class RecordedBranches implements Tracer {
    private final List<Branch> branches = new ArrayList<>();

    private record Branch(Bytecode code, int pc, boolean jumped) {}

    @Override
    public boolean wantsSteps() {
        return true;
    }

    @Override
    public void onStep(FrameView frame, Opcode opcode) {
        if (opcode == Opcode.JUMPI && frame.stackSize() >= 2) {
            branches.add(new Branch(frame.code(), frame.pc(), !frame.stack(1).isZero()));
        }
    }

    /** Whether the conditional jump of that number jumped; empty if it is not the one at that place. */
    Optional<Boolean> at(int number, Bytecode code, int pc) {
        if (number >= branches.size()) {
            return Optional.empty();
        }
        Branch branch = branches.get(number);
        return branch.pc() == pc && branch.code().equals(code) ? Optional.of(branch.jumped()) : Optional.empty();
    }
}
