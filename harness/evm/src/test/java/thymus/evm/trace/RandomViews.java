package thymus.evm.trace;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;

/** Code that reads whatever there is to read, computes with it, branches on it and returns a part of its memory. */
final class RandomViews {
    private static final Opcode[] PURE = {
        Opcode.ADD, Opcode.MUL, Opcode.SUB, Opcode.DIV, Opcode.SDIV, Opcode.MOD, Opcode.ADDMOD, Opcode.MULMOD,
                Opcode.LT,
        Opcode.GT, Opcode.SLT, Opcode.EQ, Opcode.ISZERO, Opcode.ISZERO, Opcode.AND, Opcode.OR, Opcode.XOR, Opcode.NOT,
        Opcode.BYTE, Opcode.SHL, Opcode.SHR, Opcode.SAR, Opcode.SIGNEXTEND, Opcode.EXP
    };
    private static final Opcode[] FACTS = {
        Opcode.TIMESTAMP,
        Opcode.NUMBER,
        Opcode.SELFBALANCE,
        Opcode.ADDRESS,
        Opcode.CALLER,
        Opcode.CALLDATASIZE,
        Opcode.RETURNDATASIZE,
        Opcode.MSIZE,
        Opcode.CODESIZE,
        Opcode.PC,
        Opcode.CHAINID
    };

    private final Random random;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final long callee;
    private int depth;

    /** @param callee the address of a contract to call, 0 for none */
    private RandomViews(Random random, long callee) {
        this.random = random;
        this.callee = callee;
    }

    static Bytecode code(Random random, long callee) {
        RandomViews views = new RandomViews(random, callee);
        int length = 20 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            views.piece();
        }
        views.push(32 * random.nextInt(4) + (random.nextInt(4) == 0 ? random.nextInt(32) : 0));
        views.push(32 * random.nextInt(2) + (random.nextInt(8) == 0 ? random.nextInt(32) : 0));
        views.op(random.nextInt(6) == 0 ? Opcode.REVERT : Opcode.RETURN);
        return Bytecode.of(views.code.toByteArray());
    }

    private void piece() {
        switch (random.nextInt(16)) {
            case 0 -> push(random.nextInt(300));
            case 1, 2 -> {
                push(random.nextInt(4));
                give(Opcode.SLOAD);
            }
            case 3 -> give(FACTS[random.nextInt(FACTS.length)]);
            case 4 -> {
                push(0xb0 + random.nextInt(3));
                give(random.nextBoolean() ? Opcode.BALANCE : Opcode.EXTCODESIZE);
            }
            case 5 -> memory();
            case 6 -> branch();
            case 7 -> call();
            case 8 -> copy();
            case 9 -> computedPlace();
            case 10 -> give(Opcode.of(0x80 + random.nextInt(Math.max(1, Math.min(depth, 16)))));
            case 11 -> give(Opcode.of(0x90 + random.nextInt(Math.max(1, Math.min(depth - 1, 16)))));
            default -> give(PURE[random.nextInt(PURE.length)]);
        }
    }

    /** An instruction if there are operands for it. */
    private void give(Opcode opcode) {
        if (depth >= opcode.pops()) {
            op(opcode);
        }
    }

    private void op(Opcode opcode) {
        code.write(opcode.code());
        depth += opcode.pushes() - opcode.pops();
    }

    private void push(int value) {
        code.write(Opcode.PUSH2.code());
        code.write(value >>> 8);
        code.write(value);
        depth++;
    }

    private int place() {
        return random.nextInt(4) == 0 ? random.nextInt(96) : 32 * random.nextInt(4);
    }

    private void memory() {
        if (depth > 0 && random.nextBoolean()) {
            push(place());
            op(random.nextInt(6) == 0 ? Opcode.MSTORE8 : Opcode.MSTORE);
        } else if (random.nextBoolean()) {
            push(place());
            op(Opcode.MLOAD);
        } else {
            push(random.nextInt(3) == 0 ? random.nextInt(70) : 32 * random.nextInt(3));
            push(place());
            op(Opcode.KECCAK256);
        }
    }

    /** Skips an addition of one to the top, or does not. */
    private void branch() {
        if (depth >= 2) {
            push(code.size() + 3 + 1 + 4);
            op(Opcode.JUMPI);
            push(1);
            op(Opcode.ADD);
            op(Opcode.JUMPDEST);
        }
    }

    /** A slot, a place in memory or in call data that depends on the state. */
    private void computedPlace() {
        if (depth > 0) {
            push(3);
            op(Opcode.AND);
            op(
                    switch (random.nextInt(6)) {
                        case 0 -> Opcode.MLOAD;
                        case 1 -> Opcode.CALLDATALOAD;
                        default -> Opcode.SLOAD;
                    });
        }
    }

    private void copy() {
        push(random.nextInt(70));
        push(random.nextInt(40));
        push(place());
        op(
                switch (random.nextInt(4)) {
                    case 0 -> Opcode.CALLDATACOPY;
                    case 1 -> Opcode.CODECOPY;
                    default -> Opcode.MCOPY;
                });
    }

    private void call() {
        if (callee == 0) {
            return;
        }
        push(64);
        push(place());
        push(32 * random.nextInt(3));
        push(place());
        boolean callsWithValue = random.nextBoolean();
        if (callsWithValue) {
            push(0);
        }
        push((int) callee);
        op(Opcode.GAS);
        op(callsWithValue ? Opcode.CALL : random.nextBoolean() ? Opcode.STATICCALL : Opcode.DELEGATECALL);
        if (random.nextBoolean()) {
            // Fails where so much was not returned.
            push(32);
            push(0);
            push(place());
            op(Opcode.RETURNDATACOPY);
        }
    }
}
