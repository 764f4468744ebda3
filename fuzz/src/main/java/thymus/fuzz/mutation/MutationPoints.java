package thymus.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Opcode;

/** Finds what can be changed in code. */
final class MutationPoints {
    /** How many constant jumps lead from a branch to its revert at most: compilers share code that panics. */
    private static final int MOST_JUMPS = 4;

    private static final int MOST_INSTRUCTIONS = 400;

    private final Bytecode code;
    private final IntPredicate calls;

    private MutationPoints(Bytecode code, IntPredicate calls) {
        this.code = code;
        this.calls = calls;
    }

    /**
     * All of the code, in order.
     *
     * @param sources of instructions; empty where no author wrote one, as where a compiler checks call data
     * @param calls whether a jump calls an internal function
     */
    static List<MutationPoint> of(Bytecode code, IntFunction<Optional<String>> sources, IntPredicate calls) {
        return new MutationPoints(code, calls).all(sources);
    }

    private List<MutationPoint> all(IntFunction<Optional<String>> sources) {
        List<MutationPoint> points = new ArrayList<>();
        int before = -1;
        for (int pc = 0; pc < code.size(); before = pc, pc = code.next(pc)) {
            Opcode opcode = Opcode.at(code, pc);
            Optional<String> source = sources.apply(pc);
            if (source.isPresent()) {
                at(pc, opcode, before, source.get(), points);
            }
        }
        return points;
    }

    private void at(int pc, Opcode opcode, int before, String source, List<MutationPoint> points) {
        if (opcode == Opcode.JUMP && calls.test(pc)) {
            MutationOperator.ofChecked(source)
                    .ifPresent(r -> points.add(new MutationPoint(pc, MutationOperator.ARITHMETIC, r)));
        }
        Optional<List<Opcode>> check = opcode == Opcode.JUMPI ? withoutCheck(pc, before) : Optional.empty();
        for (MutationOperator operator : MutationOperator.values()) {
            Optional<List<Opcode>> replaced = operator == MutationOperator.CHECK_REMOVED
                    ? check
                    : operator.replaced(opcode)
                            // A negated check reverts nearly always, which says little.
                            .filter(r -> operator != MutationOperator.NEGATION || check.isEmpty());
            replaced.filter(r -> operator.fits(opcode, source))
                    .ifPresent(r -> points.add(new MutationPoint(pc, operator, r, operator.isAdded())));
        }
    }

    /** The jump without its condition, if just one of the branches reverts. */
    private Optional<List<Opcode>> withoutCheck(int pc, int before) {
        Optional<Integer> target = pushed(before);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        boolean jumps = reverts(target.get());
        boolean falls = reverts(code.next(pc));
        if (jumps == falls) {
            return Optional.empty();
        }
        return Optional.of(falls ? List.of(Opcode.SWAP1, Opcode.POP, Opcode.JUMP) : List.of(Opcode.POP, Opcode.POP));
    }

    private Optional<Integer> pushed(int pc) {
        return pc >= 0 && Opcode.at(code, pc).isPush() && code.immediate(pc).bitLength() < 31
                ? Optional.of((int) code.immediate(pc).toLong())
                : Optional.empty();
    }

    /** Whether straight-line code from there ends in a revert. */
    private boolean reverts(int from) {
        int pc = from;
        int before = -1;
        int jumps = 0;
        for (int i = 0; i < MOST_INSTRUCTIONS && pc < code.size(); i++) {
            Opcode opcode = Opcode.at(code, pc);
            if (opcode == Opcode.REVERT || opcode == Opcode.INVALID) {
                return true;
            }
            if (opcode == Opcode.JUMP) {
                Optional<Integer> target = pushed(before);
                if (target.isEmpty() || ++jumps > MOST_JUMPS) {
                    return false;
                }
                before = -1;
                pc = target.get();
                continue;
            }
            if (opcode.exit() == Exit.JUMPI || opcode.exit() == Exit.END || opcode.exit() == Exit.CALL) {
                return false;
            }
            before = pc;
            pc = code.next(pc);
        }
        return false;
    }
}
