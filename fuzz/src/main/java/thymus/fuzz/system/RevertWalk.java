package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;

/** Follows code that decides nothing, with the numbers on its stack that are known. */
final class RevertWalk {
    private static final int MOST_INSTRUCTIONS = 600;
    /** The entries below the begin of the walk, none of which is known. It ends before they are used up. */
    private static final int DEPTH = 64;

    /** The selector of {@code Panic(uint256)}, whose code 1 is a failed assertion. */
    private static final BigInteger PANIC = BigInteger.valueOf(0x4e487b71L);

    private static final int SELECTOR_SHIFT = 256 - 32;

    private final Bytecode code;
    private final List<Optional<BigInteger>> stack = new ArrayList<>();
    private boolean panics;

    RevertWalk(Bytecode code) {
        this.code = code;
        for (int i = 0; i < DEPTH; i++) {
            stack.add(Optional.empty());
        }
    }

    /** Whether the code from there on ends in a revert that is no failed assertion. */
    boolean reverts(int begin) {
        int pc = begin;
        for (int i = 0; i < MOST_INSTRUCTIONS && stack.size() > DEPTH / 2; i++) {
            Opcode opcode = Opcode.at(code, pc);
            switch (opcode.exit()) {
                case END -> {
                    return opcode == Opcode.REVERT;
                }
                case JUMPI, CALL -> {
                    return false;
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
                case FALL -> {
                    if (failsAssertion(opcode)) {
                        return false;
                    }
                    step(opcode, pc);
                }
            }
            pc = code.next(pc);
        }
        return false;
    }

    /** Whether the instruction stores the code of a failed assertion. */
    private boolean failsAssertion(Opcode opcode) {
        return opcode == Opcode.MSTORE && panics && stack.get(stack.size() - 2).equals(Optional.of(BigInteger.ONE));
    }

    private void step(Opcode opcode, int pc) {
        int top = stack.size() - 1;
        if (opcode.isPush()) {
            BigInteger number = code.immediate(pc).toBigInteger();
            panics |= number.equals(PANIC) || number.shiftRight(SELECTOR_SHIFT).equals(PANIC);
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
