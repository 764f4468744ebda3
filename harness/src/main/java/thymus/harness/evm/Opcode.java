package thymus.harness.evm;

import java.util.Optional;
import thymus.harness.word.Word;

/**
 * The instruction table: byte, operands taken, results given, gas that every execution costs, and for pure instructions
 * the function itself. Dynamic costs (memory, warm and cold access, copies) are the interpreter's.
 */
public enum Opcode {
    STOP(0x00, 0, 0, 0),
    ADD(0x01, 2, 1, 3, binary(Word::add)),
    MUL(0x02, 2, 1, 5, binary(Word::mul)),
    SUB(0x03, 2, 1, 3, binary(Word::sub)),
    DIV(0x04, 2, 1, 5, binary(Word::div)),
    SDIV(0x05, 2, 1, 5, binary(Word::sdiv)),
    MOD(0x06, 2, 1, 5, binary(Word::mod)),
    SMOD(0x07, 2, 1, 5, binary(Word::smod)),
    ADDMOD(0x08, 3, 1, 8, ternary(Word::addmod)),
    MULMOD(0x09, 3, 1, 8, ternary(Word::mulmod)),
    EXP(0x0a, 2, 1, 10, binary(Word::exp)),
    SIGNEXTEND(0x0b, 2, 1, 5, binary(Word::signextend)),
    LT(0x10, 2, 1, 3, binary(Word::lt)),
    GT(0x11, 2, 1, 3, binary(Word::gt)),
    SLT(0x12, 2, 1, 3, binary(Word::slt)),
    SGT(0x13, 2, 1, 3, binary(Word::sgt)),
    EQ(0x14, 2, 1, 3, binary(Word::eq)),
    ISZERO(0x15, 1, 1, 3, unary(Word::iszero)),
    AND(0x16, 2, 1, 3, binary(Word::and)),
    OR(0x17, 2, 1, 3, binary(Word::or)),
    XOR(0x18, 2, 1, 3, binary(Word::xor)),
    NOT(0x19, 1, 1, 3, unary(Word::not)),
    BYTE(0x1a, 2, 1, 3, binary(Word::byteOf)),
    SHL(0x1b, 2, 1, 3, binary(Word::shl)),
    SHR(0x1c, 2, 1, 3, binary(Word::shr)),
    SAR(0x1d, 2, 1, 3, binary(Word::sar)),
    CLZ(0x1e, 1, 1, 5, unary(Word::clz), EvmFork.OSAKA),
    KECCAK256(0x20, 2, 1, 30),
    ADDRESS(0x30, 0, 1, 2),
    BALANCE(0x31, 1, 1, 0),
    ORIGIN(0x32, 0, 1, 2),
    CALLER(0x33, 0, 1, 2),
    CALLVALUE(0x34, 0, 1, 2),
    CALLDATALOAD(0x35, 1, 1, 3),
    CALLDATASIZE(0x36, 0, 1, 2),
    CALLDATACOPY(0x37, 3, 0, 3),
    CODESIZE(0x38, 0, 1, 2),
    CODECOPY(0x39, 3, 0, 3),
    GASPRICE(0x3a, 0, 1, 2),
    EXTCODESIZE(0x3b, 1, 1, 0),
    EXTCODECOPY(0x3c, 4, 0, 0),
    RETURNDATASIZE(0x3d, 0, 1, 2),
    RETURNDATACOPY(0x3e, 3, 0, 3),
    EXTCODEHASH(0x3f, 1, 1, 0),
    BLOCKHASH(0x40, 1, 1, 20),
    COINBASE(0x41, 0, 1, 2),
    TIMESTAMP(0x42, 0, 1, 2),
    NUMBER(0x43, 0, 1, 2),
    PREVRANDAO(0x44, 0, 1, 2),
    GASLIMIT(0x45, 0, 1, 2),
    CHAINID(0x46, 0, 1, 2),
    SELFBALANCE(0x47, 0, 1, 5),
    BASEFEE(0x48, 0, 1, 2),
    BLOBHASH(0x49, 1, 1, 3),
    BLOBBASEFEE(0x4a, 0, 1, 2),
    POP(0x50, 1, 0, 2),
    MLOAD(0x51, 1, 1, 3),
    MSTORE(0x52, 2, 0, 3),
    MSTORE8(0x53, 2, 0, 3),
    SLOAD(0x54, 1, 1, 0),
    SSTORE(0x55, 2, 0, 0),
    JUMP(0x56, 1, 0, 8),
    JUMPI(0x57, 2, 0, 10),
    PC(0x58, 0, 1, 2),
    MSIZE(0x59, 0, 1, 2),
    GAS(0x5a, 0, 1, 2),
    JUMPDEST(0x5b, 0, 0, 1),
    TLOAD(0x5c, 1, 1, 100),
    TSTORE(0x5d, 2, 0, 100),
    MCOPY(0x5e, 3, 0, 3),
    PUSH0(0x5f, 0, 1, 2),
    PUSH1(0x60, 0, 1, 3),
    PUSH2(0x61, 0, 1, 3),
    PUSH3(0x62, 0, 1, 3),
    PUSH4(0x63, 0, 1, 3),
    PUSH5(0x64, 0, 1, 3),
    PUSH6(0x65, 0, 1, 3),
    PUSH7(0x66, 0, 1, 3),
    PUSH8(0x67, 0, 1, 3),
    PUSH9(0x68, 0, 1, 3),
    PUSH10(0x69, 0, 1, 3),
    PUSH11(0x6a, 0, 1, 3),
    PUSH12(0x6b, 0, 1, 3),
    PUSH13(0x6c, 0, 1, 3),
    PUSH14(0x6d, 0, 1, 3),
    PUSH15(0x6e, 0, 1, 3),
    PUSH16(0x6f, 0, 1, 3),
    PUSH17(0x70, 0, 1, 3),
    PUSH18(0x71, 0, 1, 3),
    PUSH19(0x72, 0, 1, 3),
    PUSH20(0x73, 0, 1, 3),
    PUSH21(0x74, 0, 1, 3),
    PUSH22(0x75, 0, 1, 3),
    PUSH23(0x76, 0, 1, 3),
    PUSH24(0x77, 0, 1, 3),
    PUSH25(0x78, 0, 1, 3),
    PUSH26(0x79, 0, 1, 3),
    PUSH27(0x7a, 0, 1, 3),
    PUSH28(0x7b, 0, 1, 3),
    PUSH29(0x7c, 0, 1, 3),
    PUSH30(0x7d, 0, 1, 3),
    PUSH31(0x7e, 0, 1, 3),
    PUSH32(0x7f, 0, 1, 3),
    DUP1(0x80, 1, 2, 3),
    DUP2(0x81, 2, 3, 3),
    DUP3(0x82, 3, 4, 3),
    DUP4(0x83, 4, 5, 3),
    DUP5(0x84, 5, 6, 3),
    DUP6(0x85, 6, 7, 3),
    DUP7(0x86, 7, 8, 3),
    DUP8(0x87, 8, 9, 3),
    DUP9(0x88, 9, 10, 3),
    DUP10(0x89, 10, 11, 3),
    DUP11(0x8a, 11, 12, 3),
    DUP12(0x8b, 12, 13, 3),
    DUP13(0x8c, 13, 14, 3),
    DUP14(0x8d, 14, 15, 3),
    DUP15(0x8e, 15, 16, 3),
    DUP16(0x8f, 16, 17, 3),
    SWAP1(0x90, 2, 2, 3),
    SWAP2(0x91, 3, 3, 3),
    SWAP3(0x92, 4, 4, 3),
    SWAP4(0x93, 5, 5, 3),
    SWAP5(0x94, 6, 6, 3),
    SWAP6(0x95, 7, 7, 3),
    SWAP7(0x96, 8, 8, 3),
    SWAP8(0x97, 9, 9, 3),
    SWAP9(0x98, 10, 10, 3),
    SWAP10(0x99, 11, 11, 3),
    SWAP11(0x9a, 12, 12, 3),
    SWAP12(0x9b, 13, 13, 3),
    SWAP13(0x9c, 14, 14, 3),
    SWAP14(0x9d, 15, 15, 3),
    SWAP15(0x9e, 16, 16, 3),
    SWAP16(0x9f, 17, 17, 3),
    LOG0(0xa0, 2, 0, 375),
    LOG1(0xa1, 3, 0, 750),
    LOG2(0xa2, 4, 0, 1125),
    LOG3(0xa3, 5, 0, 1500),
    LOG4(0xa4, 6, 0, 1875),
    CREATE(0xf0, 3, 1, 32000),
    CALL(0xf1, 7, 1, 0),
    CALLCODE(0xf2, 7, 1, 0),
    RETURN(0xf3, 2, 0, 0),
    DELEGATECALL(0xf4, 6, 1, 0),
    CREATE2(0xf5, 4, 1, 32000),
    STATICCALL(0xfa, 6, 1, 0),
    REVERT(0xfd, 2, 0, 0),
    INVALID(0xfe, 0, 0, 0),
    SELFDESTRUCT(0xff, 1, 0, 5000);

    private static final Opcode[] BY_CODE = new Opcode[256];

    static {
        java.util.Arrays.fill(BY_CODE, INVALID);
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;
    private final int pops;
    private final int pushes;
    private final int staticGas;
    private final Optional<WordOperation> operation;
    private final EvmFork since;

    Opcode(int code, int pops, int pushes, int staticGas) {
        this(code, pops, pushes, staticGas, null, EvmFork.CANCUN);
    }

    Opcode(int code, int pops, int pushes, int staticGas, WordOperation operation) {
        this(code, pops, pushes, staticGas, operation, EvmFork.CANCUN);
    }

    Opcode(int code, int pops, int pushes, int staticGas, WordOperation operation, EvmFork since) {
        this.code = code;
        this.pops = pops;
        this.pushes = pushes;
        this.staticGas = staticGas;
        this.operation = Optional.ofNullable(operation);
        this.since = since;
    }

    private static WordOperation unary(WordOperation.Unary operation) {
        return operation;
    }

    private static WordOperation binary(WordOperation.Binary operation) {
        return operation;
    }

    private static WordOperation ternary(WordOperation.Ternary operation) {
        return operation;
    }

    /** The instruction of a byte (its low 8 bits), and {@link #INVALID} for bytes that no fork defines. */
    public static Opcode of(int code) {
        return BY_CODE[code & 0xff];
    }

    public int code() {
        return code;
    }

    /** Operands taken; for DUPn and SWAPn, how deep they reach. */
    public int pops() {
        return pops;
    }

    /** Results given; for DUPn and SWAPn, {@code pops} plus the growth of the stack. */
    public int pushes() {
        return pushes;
    }

    /** Bytes of code after the instruction that belong to it. */
    public int immediateBytes() {
        return isPush() ? code - PUSH0.code : 0;
    }

    /** The part of the cost that does not depend on operands or state. */
    public int staticGas() {
        return staticGas;
    }

    /** The function of a pure instruction of words; empty for all others. */
    public Optional<WordOperation> operation() {
        return operation;
    }

    /** The first of the supported forks that has the instruction. */
    public EvmFork since() {
        return since;
    }

    /** PUSH0 to PUSH32. */
    public boolean isPush() {
        return code >= 0x5f && code <= 0x7f;
    }

    public boolean isDup() {
        return code >= 0x80 && code <= 0x8f;
    }

    public boolean isSwap() {
        return code >= 0x90 && code <= 0x9f;
    }

    public boolean isLog() {
        return code >= 0xa0 && code <= 0xa4;
    }

    /** Whether nothing runs after it: the instruction ends the frame, or control goes elsewhere (JUMP). */
    public boolean endsBlock() {
        return switch (this) {
            case STOP, JUMP, RETURN, REVERT, INVALID, SELFDESTRUCT -> true;
            default -> false;
        };
    }
}
