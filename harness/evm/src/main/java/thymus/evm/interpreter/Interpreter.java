package thymus.evm.interpreter;

import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;

/**
 * The instruction loop. It handles frequent instructions on local variables and leaves the others to {@link
 * Instructions}. The method must stay below 8000 bytes of bytecode; HotSpot does not compile longer ones.
 */
final class Interpreter {
    /** The number of operands, by opcode. */
    private static final int[] NEED = new int[256];
    /** The largest stack height at which the instruction does not overflow, by opcode. */
    private static final int[] ROOM = new int[256];

    private static final int[] COST = new int[256];

    static {
        for (int code = 0; code < 256; code++) {
            Opcode opcode = Opcode.of(code);
            NEED[code] = opcode.pops();
            ROOM[code] = Frame.STACK_LIMIT - (opcode.pushes() - opcode.pops());
            COST[code] = opcode.staticGas();
        }
    }

    private Interpreter() {}

    /** Runs until the frame ends, starts another one, or has jumped back so often that compilation is due. */
    static void run(Frame frame, Evm evm) {
        Bytecode bytecode = frame.code;
        byte[] code = bytecode.padded();
        Word[] stack = frame.stack;
        Coverage.Blocks coverage = frame.coverage;
        Tracer tracer = evm.tracer();
        boolean stepping = tracer.wantsSteps();
        int pc = frame.pc;
        int sp = frame.stackSize;
        long gas = frame.gas;
        while (true) {
            int op = code[pc] & 0xff;
            if (stepping) {
                frame.pc = pc;
                frame.stackSize = sp;
                frame.gas = gas;
                tracer.onStep(frame, Opcode.of(op));
            }
            if (sp < NEED[op]) {
                throw Halt.STACK_UNDERFLOW.exception;
            }
            if (sp > ROOM[op]) {
                throw Halt.STACK_OVERFLOW.exception;
            }
            gas -= COST[op];
            if (gas < 0) {
                throw Halt.OUT_OF_GAS.exception;
            }
            switch (op) {
                case 0x01 -> { // ADD
                    Word x = stack[--sp];
                    stack[sp - 1] = x.add(stack[sp - 1]);
                }
                case 0x02 -> { // MUL
                    Word x = stack[--sp];
                    stack[sp - 1] = x.mul(stack[sp - 1]);
                }
                case 0x03 -> { // SUB
                    Word x = stack[--sp];
                    stack[sp - 1] = x.sub(stack[sp - 1]);
                }
                case 0x04 -> { // DIV
                    Word x = stack[--sp];
                    stack[sp - 1] = x.div(stack[sp - 1]);
                }
                case 0x05 -> { // SDIV
                    Word x = stack[--sp];
                    stack[sp - 1] = x.sdiv(stack[sp - 1]);
                }
                case 0x06 -> { // MOD
                    Word x = stack[--sp];
                    stack[sp - 1] = x.mod(stack[sp - 1]);
                }
                case 0x07 -> { // SMOD
                    Word x = stack[--sp];
                    stack[sp - 1] = x.smod(stack[sp - 1]);
                }
                case 0x08 -> { // ADDMOD
                    sp -= 2;
                    stack[sp - 1] = stack[sp + 1].addmod(stack[sp], stack[sp - 1]);
                }
                case 0x09 -> { // MULMOD
                    sp -= 2;
                    stack[sp - 1] = stack[sp + 1].mulmod(stack[sp], stack[sp - 1]);
                }
                case 0x0b -> { // SIGNEXTEND
                    Word x = stack[--sp];
                    stack[sp - 1] = x.signextend(stack[sp - 1]);
                }
                case 0x10 -> { // LT
                    Word x = stack[--sp];
                    stack[sp - 1] = x.lt(stack[sp - 1]);
                }
                case 0x11 -> { // GT
                    Word x = stack[--sp];
                    stack[sp - 1] = x.gt(stack[sp - 1]);
                }
                case 0x12 -> { // SLT
                    Word x = stack[--sp];
                    stack[sp - 1] = x.slt(stack[sp - 1]);
                }
                case 0x13 -> { // SGT
                    Word x = stack[--sp];
                    stack[sp - 1] = x.sgt(stack[sp - 1]);
                }
                case 0x14 -> { // EQ
                    Word x = stack[--sp];
                    stack[sp - 1] = x.eq(stack[sp - 1]);
                }
                case 0x15 -> { // ISZERO
                    stack[sp - 1] = stack[sp - 1].iszero();
                }
                case 0x16 -> { // AND
                    Word x = stack[--sp];
                    stack[sp - 1] = x.and(stack[sp - 1]);
                }
                case 0x17 -> { // OR
                    Word x = stack[--sp];
                    stack[sp - 1] = x.or(stack[sp - 1]);
                }
                case 0x18 -> { // XOR
                    Word x = stack[--sp];
                    stack[sp - 1] = x.xor(stack[sp - 1]);
                }
                case 0x19 -> { // NOT
                    stack[sp - 1] = stack[sp - 1].not();
                }
                case 0x1a -> { // BYTE
                    Word x = stack[--sp];
                    stack[sp - 1] = x.byteOf(stack[sp - 1]);
                }
                case 0x1b -> { // SHL
                    Word x = stack[--sp];
                    stack[sp - 1] = x.shl(stack[sp - 1]);
                }
                case 0x1c -> { // SHR
                    Word x = stack[--sp];
                    stack[sp - 1] = x.shr(stack[sp - 1]);
                }
                case 0x1d -> { // SAR
                    Word x = stack[--sp];
                    stack[sp - 1] = x.sar(stack[sp - 1]);
                }
                case 0x50 -> { // POP
                    sp--;
                }
                case 0x51 -> { // MLOAD
                    frame.gas = gas;
                    stack[sp - 1] = MemoryOperations.mload(stack[sp - 1], frame);
                    gas = frame.gas;
                }
                case 0x52 -> { // MSTORE
                    frame.gas = gas;
                    Word at = stack[--sp];
                    MemoryOperations.mstore(at, stack[--sp], frame);
                    gas = frame.gas;
                }
                case 0x56 -> { // JUMP
                    int target = frame.jumpTarget(stack[--sp]);
                    if (target <= pc && --frame.backJumpsLeft < 0) {
                        frame.suspend(target, sp, gas);
                        return;
                    }
                    pc = target;
                    continue;
                }
                case 0x57 -> { // JUMPI
                    Word to = stack[--sp];
                    if (stack[--sp].isZero()) {
                        coverage.hit(++pc);
                        continue;
                    }
                    int target = frame.jumpTarget(to);
                    if (target <= pc && --frame.backJumpsLeft < 0) {
                        frame.suspend(target, sp, gas);
                        return;
                    }
                    pc = target;
                    continue;
                }
                case 0x58 -> { // PC
                    stack[sp++] = Word.of(pc);
                }
                case 0x5a -> { // GAS
                    stack[sp++] = Word.of(gas);
                }
                case 0x5b -> { // JUMPDEST
                    coverage.hit(pc);
                }
                case 0x5f -> { // PUSH0
                    stack[sp++] = Word.ZERO;
                }
                case 0x60 -> { // PUSH1
                    stack[sp++] = Word.of(code[++pc] & 0xff);
                }
                case 0x61,
                        0x62,
                        0x63,
                        0x64,
                        0x65,
                        0x66,
                        0x67,
                        0x68,
                        0x69,
                        0x6a,
                        0x6b,
                        0x6c,
                        0x6d,
                        0x6e,
                        0x6f,
                        0x70,
                        0x71,
                        0x72,
                        0x73,
                        0x74,
                        0x75,
                        0x76,
                        0x77,
                        0x78,
                        0x79,
                        0x7a,
                        0x7b,
                        0x7c,
                        0x7d,
                        0x7e,
                        0x7f -> { // PUSH2 to PUSH32
                    stack[sp++] = bytecode.immediate(pc);
                    pc += op - 0x5f;
                }
                case 0x80,
                        0x81,
                        0x82,
                        0x83,
                        0x84,
                        0x85,
                        0x86,
                        0x87,
                        0x88,
                        0x89,
                        0x8a,
                        0x8b,
                        0x8c,
                        0x8d,
                        0x8e,
                        0x8f -> { // DUP
                    stack[sp] = stack[sp - op + 0x7f];
                    sp++;
                }
                case 0x90,
                        0x91,
                        0x92,
                        0x93,
                        0x94,
                        0x95,
                        0x96,
                        0x97,
                        0x98,
                        0x99,
                        0x9a,
                        0x9b,
                        0x9c,
                        0x9d,
                        0x9e,
                        0x9f -> { // SWAP
                    int other = sp - op + 0x8e;
                    Word top = stack[sp - 1];
                    stack[sp - 1] = stack[other];
                    stack[other] = top;
                }
                default -> {
                    frame.pc = pc;
                    frame.stackSize = sp;
                    frame.gas = gas;
                    Instructions.execute(op, frame, evm);
                    if (frame.state != Frame.State.RUNNING) {
                        frame.pc = pc + 1;
                        return;
                    }
                    sp = frame.stackSize;
                    gas = frame.gas;
                }
            }
            pc++;
        }
    }
}
