package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.fuzz.run.BlockGoals;

/** The basic blocks of the system's code as goals. */
final class CodeBlocks implements BlockGoals {
    /** A dispatcher compares the selector by PUSH4, EQ and the PUSH of the target. */
    private static final int DISPATCH = 3;

    private final List<Side> sides = new ArrayList<>();
    private final Map<Bytecode, Map<Integer, Boolean>> deadEnds = new HashMap<>();

    /**
     * @param codes of the system's contracts
     * @param selectors of their functions
     */
    CodeBlocks(Collection<Bytecode> codes, Set<BigInteger> selectors) {
        codes.forEach(code -> addSides(code, selectors));
    }

    private void addSides(Bytecode code, Set<BigInteger> selectors) {
        int block = 0;
        List<Integer> before = new ArrayList<>();
        for (int pc = 0; pc < code.size(); pc = code.next(pc)) {
            switch (Opcode.at(code, pc)) {
                case JUMPDEST -> block = pc;
                case JUMPI -> {
                    boolean beside = !before.isEmpty()
                            && Opcode.at(code, before.getLast()).isPush();
                    int target = beside ? code.jumpTarget(code.immediate(before.getLast())) : -1;
                    if (target >= 0 && !chooses(code, before, selectors)) {
                        sides.add(new Side(feature(code, block), code, target));
                        sides.add(new Side(feature(code, block), code, pc + 1));
                    }
                    block = pc + 1;
                }
                default -> {}
            }
            before.add(pc);
            if (before.size() > DISPATCH) {
                before.removeFirst();
            }
        }
    }

    /**
     * Whether the jump asks for a function, as dispatchers do: no argument decides it.
     *
     * @param before the places of the three instructions before it
     */
    private static boolean chooses(Bytecode code, List<Integer> before, Set<BigInteger> selectors) {
        return before.size() == DISPATCH
                && Opcode.at(code, before.get(1)) == Opcode.EQ
                && selectors.contains(code.immediate(before.get(0)).toBigInteger());
    }

    @Override
    public List<Side> sides() {
        return Collections.unmodifiableList(sides);
    }

    @Override
    public int feature(Bytecode code, int pc) {
        return ExecutionTracer.feature(code, pc);
    }

    @Override
    public boolean isDeadEnd(Bytecode code, int pc) {
        return deadEnds.computeIfAbsent(code, _ -> new HashMap<>())
                .computeIfAbsent(pc, begin -> new RevertWalk(code).reverts(begin));
    }
}
