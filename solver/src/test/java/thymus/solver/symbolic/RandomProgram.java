package thymus.solver.symbolic;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.Set;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Word;
import thymus.solver.term.Numbers;

/** Bytecode that computes, stores, branches and logs at random, with memory places and slots that are known, or not. */
final class RandomProgram {
    private static final List<Opcode> OPERATIONS = List.of(
            Opcode.ADD,
            Opcode.SUB,
            Opcode.MUL,
            Opcode.DIV,
            Opcode.MOD,
            Opcode.LT,
            Opcode.GT,
            Opcode.EQ,
            Opcode.ISZERO,
            Opcode.AND,
            Opcode.OR,
            Opcode.XOR,
            Opcode.NOT,
            Opcode.SHL,
            Opcode.SHR,
            Opcode.SLT,
            Opcode.BYTE,
            Opcode.SGT,
            Opcode.SDIV,
            Opcode.SMOD,
            Opcode.ADDMOD,
            Opcode.MULMOD,
            Opcode.EXP,
            Opcode.SIGNEXTEND,
            Opcode.SAR,
            Opcode.CLZ);

    /** What any solver decides about at once. */
    private static final List<Opcode> LINEAR =
            List.of(Opcode.ADD, Opcode.SUB, Opcode.LT, Opcode.GT, Opcode.EQ, Opcode.ISZERO);

    private static final Set<Opcode> BY_CONSTANT =
            Set.of(Opcode.SHL, Opcode.SHR, Opcode.SAR, Opcode.BYTE, Opcode.SIGNEXTEND);

    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final Random random;

    /** Whether places and sizes may depend on the call data. */
    private final boolean isOpen;

    private RandomProgram(Random random, boolean isOpen) {
        this.random = random;
        this.isOpen = isOpen;
    }

    /** With places in memory and sizes that the call data decide. */
    static byte[] makeOpen(Random random) {
        RandomProgram program = new RandomProgram(random, true);
        program.statements(16, 1);
        program.ending();
        return program.code.toByteArray();
    }

    static byte[] make(Random random) {
        RandomProgram program = new RandomProgram(random, false);
        program.statements(5, 2);
        program.ending();
        return program.code.toByteArray();
    }

    private void op(Opcode opcode) {
        code.write(opcode.code());
    }

    private void push(BigInteger value) {
        code.write(Opcode.PUSH32.code());
        code.writeBytes(Word.of(value).toBytes32());
    }

    private void push(long value) {
        push(BigInteger.valueOf(value));
    }

    private void place() {
        push(64 + random.nextInt(3) * 32 + (random.nextInt(4) == 0 ? random.nextInt(32) : 0));
        if (isOpen && random.nextInt(3) > 0) {
            unknown();
            op(Opcode.ADD);
        }
    }

    private void size(int most) {
        if (isOpen && random.nextInt(2) == 0) {
            unknown();
            if (random.nextBoolean()) {
                push(96);
                op(Opcode.ADD);
            }
        } else {
            push(random.nextInt(most));
        }
    }

    /** A small number of the call data, or the same rounded up to whole words. */
    private void unknown() {
        push(4 + 32 * random.nextInt(2));
        op(Opcode.CALLDATALOAD);
        push(127);
        op(Opcode.AND);
        if (random.nextBoolean()) {
            push(31);
            op(Opcode.ADD);
            push(BigInteger.TWO.pow(256).subtract(BigInteger.valueOf(32)));
            op(Opcode.AND);
        }
    }

    private void statements(int most, int nesting) {
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            statement(nesting);
        }
    }

    /** Writes to memory, and looks at it: what is loaded stays in storage, where it is compared. */
    private void memoryStatement() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                leaf();
                place();
                op(Opcode.MSTORE);
            }
            case 3 -> {
                leaf();
                place();
                op(Opcode.MSTORE8);
            }
            case 4 -> {
                size(70);
                place();
                place();
                op(Opcode.MCOPY);
            }
            case 5 -> {
                size(40);
                size(70);
                place();
                op(Opcode.CALLDATACOPY);
            }
            default -> {
                place();
                op(Opcode.MLOAD);
                push(random.nextInt(8));
                op(Opcode.SSTORE);
            }
        }
    }

    private void statement(int nesting) {
        if (isOpen && random.nextInt(4) > 0) {
            memoryStatement();
            return;
        }
        switch (random.nextInt(9)) {
            case 0 -> {
                expression(2);
                place();
                op(Opcode.MSTORE);
            }
            case 1 -> {
                expression(2);
                place();
                op(Opcode.MSTORE8);
            }
            case 2 -> {
                size(70);
                place();
                place();
                op(Opcode.MCOPY);
            }
            case 3 -> {
                expression(2);
                push(random.nextInt(2));
                op(Opcode.SSTORE);
            }
            case 4 -> {
                expression(2);
                element();
                op(Opcode.SSTORE);
            }
            case 5 -> {
                size(40);
                size(70);
                place();
                op(Opcode.CALLDATACOPY);
            }
            case 6 -> {
                int topics = random.nextInt(3);
                for (int i = 0; i < topics; i++) {
                    expression(1);
                }
                int size = random.nextInt(70);
                if (isOpen && random.nextInt(3) == 0) {
                    unknown();
                    size = 1;
                } else {
                    push(size);
                }
                push(
                        size == 0 && random.nextBoolean()
                                ? BigInteger.TWO.pow(200)
                                : BigInteger.valueOf(64 + 32 * random.nextInt(3)));
                op(Opcode.of(Opcode.LOG0.code() + topics));
            }
            default -> {
                if (nesting > 0) {
                    branch(nesting - 1);
                }
            }
        }
    }

    private void branch(int nesting) {
        RandomProgram body = new RandomProgram(random, isOpen);
        body.statements(2, nesting);
        if (random.nextInt(4) == 0) {
            body.ending();
        }
        expression(2);
        op(Opcode.PC);
        push(body.code.size() + 1 + 33 + 1 + 1);
        op(Opcode.ADD);
        op(Opcode.JUMPI);
        code.writeBytes(body.code.toByteArray());
        op(Opcode.JUMPDEST);
    }

    /** Leaves the slot of a mapping's element on the stack. */
    private void element() {
        expression(1);
        push(0);
        op(Opcode.MSTORE);
        push(5 + random.nextInt(2));
        push(32);
        op(Opcode.MSTORE);
        push(64);
        push(0);
        op(Opcode.KECCAK256);
    }

    private void expression(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            leaf();
            return;
        }
        List<Opcode> operations = isOpen ? LINEAR : OPERATIONS;
        Opcode opcode = operations.get(random.nextInt(operations.size()));
        for (int i = 1; i < opcode.pops(); i++) {
            expression(depth - 1);
        }
        boolean byConstant = BY_CONSTANT.contains(opcode);
        if (byConstant) {
            push(random.nextInt(260));
        } else {
            expression(depth - 1);
        }
        op(opcode);
    }

    private void leaf() {
        switch (random.nextInt(9)) {
            case 0 -> push(Numbers.word(random));
            case 1, 2 -> {
                if (isOpen && random.nextInt(3) == 0) {
                    unknown();
                } else {
                    push(random.nextInt(3) == 0 ? random.nextInt(70) : 4 + 32 * random.nextInt(2));
                }
                op(Opcode.CALLDATALOAD);
            }
            case 3 -> {
                place();
                op(Opcode.MLOAD);
            }
            case 4 -> {
                push(random.nextInt(2));
                op(Opcode.SLOAD);
            }
            case 5 -> {
                element();
                op(Opcode.SLOAD);
            }
            case 6 -> op(random.nextBoolean() ? Opcode.CALLER : Opcode.CALLVALUE);
            case 7 -> op(random.nextBoolean() ? Opcode.CALLDATASIZE : Opcode.MSIZE);
            default -> {
                size(70);
                place();
                op(Opcode.KECCAK256);
            }
        }
    }

    private void ending() {
        if (random.nextInt(4) == 0) {
            op(random.nextBoolean() ? Opcode.STOP : Opcode.INVALID);
            return;
        }
        int size = random.nextInt(70);
        if (isOpen && random.nextInt(3) == 0) {
            unknown();
            size = 1;
        } else {
            push(size);
        }
        push(
                size == 0 && random.nextBoolean()
                        ? BigInteger.TWO.pow(200)
                        : BigInteger.valueOf(64 + 32 * random.nextInt(3)));
        op(random.nextInt(3) == 0 ? Opcode.REVERT : Opcode.RETURN);
    }
}
