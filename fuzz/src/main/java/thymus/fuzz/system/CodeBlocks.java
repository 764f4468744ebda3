package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.fuzz.run.BlockGoals;

/** The basic blocks of the system's code as goals. */
final class CodeBlocks implements BlockGoals {
    private static final int MOST_INSTRUCTIONS = 600;
    private static final int DEEP = 64;
    private static final BigInteger PANIC = BigInteger.valueOf(0x4e487b71L);

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
            if (before.size() > 3) {
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
        return before.size() == 3
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
                .computeIfAbsent(pc, begin -> new Walk(code).reverts(begin));
    }

    /** Follows code that decides nothing, with the numbers on its stack that are known. */
    private static final class Walk {
        private final Bytecode code;
        private final List<Optional<BigInteger>> stack = new ArrayList<>();
        private boolean panics;

        Walk(Bytecode code) {
            this.code = code;
            for (int i = 0; i < DEEP; i++) {
                stack.add(Optional.empty());
            }
        }

        /** Whether it ends in a revert that is no failed assertion. */
        boolean reverts(int begin) {
            int pc = begin;
            for (int i = 0; i < MOST_INSTRUCTIONS && stack.size() > DEEP / 2; i++) {
                Opcode opcode = Opcode.at(code, pc);
                switch (opcode) {
                    case REVERT -> {
                        return true;
                    }
                    case JUMP -> {
                        Optional<BigInteger> target = stack.removeLast();
                        if (target.isEmpty() || target.get().bitLength() > 31) {
                            return false;
                        }
                        pc = target.get().intValue();
                        if (!code.isJumpDestination(pc)) {
                            return true;
                        }
                        continue;
                    }
                    case JUMPI,
                            STOP,
                            RETURN,
                            INVALID,
                            SELFDESTRUCT,
                            CALL,
                            CALLCODE,
                            DELEGATECALL,
                            STATICCALL,
                            CREATE,
                            CREATE2 -> {
                        return false;
                    }
                    case MSTORE -> {
                        if (panics && stack.get(stack.size() - 2).equals(Optional.of(BigInteger.ONE))) {
                            return false;
                        }
                        step(opcode, pc);
                    }
                    default -> step(opcode, pc);
                }
                pc = code.next(pc);
            }
            return false;
        }

        private void step(Opcode opcode, int pc) {
            int top = stack.size() - 1;
            if (opcode.isPush()) {
                BigInteger number = code.immediate(pc).toBigInteger();
                panics |= number.equals(PANIC) || number.shiftRight(224).equals(PANIC);
                stack.add(Optional.of(number));
            } else if (opcode.isDup()) {
                stack.add(stack.get(top - opcode.pops() + 1));
            } else if (opcode.isSwap()) {
                int other = top - opcode.pops() + 1;
                Optional<BigInteger> swapped = stack.set(other, stack.get(top));
                stack.set(top, swapped);
            } else {
                for (int i = 0; i < opcode.pops(); i++) {
                    stack.removeLast();
                }
                for (int i = 0; i < opcode.pushes(); i++) {
                    stack.add(Optional.empty());
                }
            }
        }
    }
}
