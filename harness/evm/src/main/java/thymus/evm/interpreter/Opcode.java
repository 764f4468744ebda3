package thymus.evm.interpreter;

import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Word;

/**
 * The instruction table. The interpreter, the compiler, traced views and symbolic execution derive their common part
 * from it. A row states the byte, the number of operands and results, the static gas, the {@link Handler} and any
 * {@link Trait}. The handler computes the dynamic gas.
 */
// Each shape of handler has one helper, all of one name. Every call passes an unambiguous method reference.
@SuppressWarnings("overloads")
public enum Opcode {
    STOP(0x00, 0, 0, 0, in(HaltOperations.class, "stop", HaltOperations::stop), Exit.END),
    ADD(0x01, 2, 1, 3, pure("add", Word::add)),
    MUL(0x02, 2, 1, 5, pure("mul", Word::mul)),
    SUB(0x03, 2, 1, 3, pure("sub", Word::sub)),
    DIV(0x04, 2, 1, 5, pure("div", Word::div)),
    SDIV(0x05, 2, 1, 5, pure("sdiv", Word::sdiv)),
    MOD(0x06, 2, 1, 5, pure("mod", Word::mod)),
    SMOD(0x07, 2, 1, 5, pure("smod", Word::smod)),
    ADDMOD(0x08, 3, 1, 8, pure("addmod", Word::addmod)),
    MULMOD(0x09, 3, 1, 8, pure("mulmod", Word::mulmod)),
    EXP(
            0x0a,
            2,
            1,
            10,
            in(PricedOperations.class, "exp", PricedOperations::exp),
            new Trait.Most(32 * Gas.EXPONENT_BYTE),
            new Trait.Computes(Word::exp)),
    SIGNEXTEND(0x0b, 2, 1, 5, pure("signextend", Word::signextend)),
    LT(0x10, 2, 1, 3, pure("lt", Word::lt)),
    GT(0x11, 2, 1, 3, pure("gt", Word::gt)),
    SLT(0x12, 2, 1, 3, pure("slt", Word::slt)),
    SGT(0x13, 2, 1, 3, pure("sgt", Word::sgt)),
    EQ(0x14, 2, 1, 3, pure("eq", Word::eq)),
    ISZERO(0x15, 1, 1, 3, pure("iszero", Word::iszero)),
    AND(0x16, 2, 1, 3, pure("and", Word::and)),
    OR(0x17, 2, 1, 3, pure("or", Word::or)),
    XOR(0x18, 2, 1, 3, pure("xor", Word::xor)),
    NOT(0x19, 1, 1, 3, pure("not", Word::not)),
    BYTE(0x1a, 2, 1, 3, pure("byteOf", Word::byteOf)),
    SHL(0x1b, 2, 1, 3, pure("shl", Word::shl)),
    SHR(0x1c, 2, 1, 3, pure("shr", Word::shr)),
    SAR(0x1d, 2, 1, 3, pure("sar", Word::sar)),
    CLZ(0x1e, 1, 1, 5, pure("clz", Word::clz), new Trait.Since(EvmFork.OSAKA)),
    KECCAK256(
            0x20,
            2,
            1,
            30,
            in(PricedOperations.class, "keccak256", PricedOperations::keccak256),
            byLength(1, Gas.WORD_HASHED)),
    ADDRESS(0x30, 0, 1, 2, in(Environment.class, "address", Environment::address)),
    BALANCE(
            0x31,
            1,
            1,
            0,
            in(AccountOperations.class, "balance", AccountOperations::balance),
            new Trait.Most(Gas.COLD_ACCOUNT)),
    ORIGIN(0x32, 0, 1, 2, in(Environment.class, "origin", Environment::origin)),
    CALLER(0x33, 0, 1, 2, in(Environment.class, "caller", Environment::caller)),
    CALLVALUE(0x34, 0, 1, 2, in(Environment.class, "callValue", Environment::callValue)),
    CALLDATALOAD(0x35, 1, 1, 3, in(Environment.class, "callDataLoad", Environment::callDataLoad)),
    CALLDATASIZE(0x36, 0, 1, 2, in(Environment.class, "callDataSize", Environment::callDataSize)),
    CALLDATACOPY(
            0x37,
            3,
            0,
            3,
            in(MemoryOperations.class, "callDataCopy", MemoryOperations::callDataCopy),
            byLength(2, Gas.WORD_COPIED)),
    CODESIZE(0x38, 0, 1, 2, in(Environment.class, "codeSize", Environment::codeSize)),
    CODECOPY(
            0x39,
            3,
            0,
            3,
            in(MemoryOperations.class, "codeCopy", MemoryOperations::codeCopy),
            byLength(2, Gas.WORD_COPIED)),
    GASPRICE(0x3a, 0, 1, 2, in(Environment.class, "gasPrice", Environment::gasPrice)),
    EXTCODESIZE(
            0x3b,
            1,
            1,
            0,
            in(AccountOperations.class, "extCodeSize", AccountOperations::extCodeSize),
            new Trait.Most(Gas.COLD_ACCOUNT)),
    EXTCODECOPY(
            0x3c,
            4,
            0,
            0,
            in(MemoryOperations.class, "extCodeCopy", MemoryOperations::extCodeCopy),
            new Trait.Most(Gas.COLD_ACCOUNT),
            byLength(3, Gas.WORD_COPIED)),
    RETURNDATASIZE(0x3d, 0, 1, 2, in(Environment.class, "returnDataSize", Environment::returnDataSize)),
    RETURNDATACOPY(
            0x3e,
            3,
            0,
            3,
            in(MemoryOperations.class, "returnDataCopy", MemoryOperations::returnDataCopy),
            byLength(2, Gas.WORD_COPIED)),
    EXTCODEHASH(
            0x3f,
            1,
            1,
            0,
            in(AccountOperations.class, "extCodeHash", AccountOperations::extCodeHash),
            new Trait.Most(Gas.COLD_ACCOUNT)),
    BLOCKHASH(0x40, 1, 1, 20, in(Environment.class, "blockHash", Environment::blockHash)),
    COINBASE(0x41, 0, 1, 2, in(Environment.class, "coinbase", Environment::coinbase)),
    TIMESTAMP(0x42, 0, 1, 2, in(Environment.class, "timestamp", Environment::timestamp)),
    NUMBER(0x43, 0, 1, 2, in(Environment.class, "number", Environment::number)),
    PREVRANDAO(0x44, 0, 1, 2, in(Environment.class, "prevRandao", Environment::prevRandao)),
    GASLIMIT(0x45, 0, 1, 2, in(Environment.class, "gasLimit", Environment::gasLimit)),
    CHAINID(0x46, 0, 1, 2, in(Environment.class, "chainId", Environment::chainId)),
    SELFBALANCE(0x47, 0, 1, 5, in(AccountOperations.class, "selfBalance", AccountOperations::selfBalance)),
    BASEFEE(0x48, 0, 1, 2, in(Environment.class, "baseFee", Environment::baseFee)),
    BLOBHASH(0x49, 1, 1, 3, in(Environment.class, "blobHash", Environment::blobHash)),
    BLOBBASEFEE(0x4a, 0, 1, 2, in(Environment.class, "blobBaseFee", Environment::blobBaseFee)),
    POP(0x50, 1, 0, 2),
    MLOAD(0x51, 1, 1, 3, in(MemoryOperations.class, "mload", MemoryOperations::mload), memory()),
    MSTORE(0x52, 2, 0, 3, in(MemoryOperations.class, "mstore", MemoryOperations::mstore), memory()),
    MSTORE8(0x53, 2, 0, 3, in(MemoryOperations.class, "mstore8", MemoryOperations::mstore8), memory()),
    SLOAD(0x54, 1, 1, 0, in(Storage.class, "sload", Storage::sload), new Trait.Most(Gas.COLD_SLOT)),
    SSTORE(
            0x55,
            2,
            0,
            0,
            in(Storage.class, "sstore", Storage::sstore),
            new Trait.Most(Gas.COLD_SLOT + Gas.SET_SLOT),
            new Trait.ExactGas()),
    JUMP(0x56, 1, 0, 8, Exit.JUMP),
    JUMPI(0x57, 2, 0, 10, Exit.JUMPI),
    PC(0x58, 0, 1, 2),
    MSIZE(0x59, 0, 1, 2, in(Environment.class, "msize", Environment::msize)),
    GAS(0x5a, 0, 1, 2, in(Environment.class, "gas", Environment::gas), new Trait.ExactGas()),
    JUMPDEST(0x5b, 0, 0, 1),
    TLOAD(0x5c, 1, 1, 100, in(Storage.class, "tload", Storage::tload)),
    TSTORE(0x5d, 2, 0, 100, in(Storage.class, "tstore", Storage::tstore)),
    MCOPY(0x5e, 3, 0, 3, in(MemoryOperations.class, "mcopy", MemoryOperations::mcopy), byLength(2, Gas.WORD_COPIED)),
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
    LOG0(
            0xa0,
            2,
            0,
            375,
            in(PricedOperations.class, "log0", PricedOperations::log0),
            byLength(1, 32 * Gas.BYTE_LOGGED)),
    LOG1(
            0xa1,
            3,
            0,
            750,
            in(PricedOperations.class, "log1", PricedOperations::log1),
            byLength(1, 32 * Gas.BYTE_LOGGED)),
    LOG2(
            0xa2,
            4,
            0,
            1125,
            in(PricedOperations.class, "log2", PricedOperations::log2),
            byLength(1, 32 * Gas.BYTE_LOGGED)),
    LOG3(
            0xa3,
            5,
            0,
            1500,
            in(PricedOperations.class, "log3", PricedOperations::log3),
            byLength(1, 32 * Gas.BYTE_LOGGED)),
    LOG4(
            0xa4,
            6,
            0,
            1875,
            in(PricedOperations.class, "log4", PricedOperations::log4),
            byLength(1, 32 * Gas.BYTE_LOGGED)),
    CREATE(0xf0, 3, 1, 32000, in(Creations.class, "create", Creations::create), Exit.CALL),
    CALL(0xf1, 7, 1, 0, in(Calls.class, "call", Calls::call), Exit.CALL, new Trait.Most(Gas.COLD_ACCOUNT)),
    CALLCODE(0xf2, 7, 1, 0, in(Calls.class, "callCode", Calls::callCode), Exit.CALL, new Trait.Most(Gas.COLD_ACCOUNT)),
    RETURN(0xf3, 2, 0, 0, in(HaltOperations.class, "finish", HaltOperations::finish), Exit.END),
    DELEGATECALL(
            0xf4,
            6,
            1,
            0,
            in(Calls.class, "delegateCall", Calls::delegateCall),
            Exit.CALL,
            new Trait.Most(Gas.COLD_ACCOUNT)),
    CREATE2(0xf5, 4, 1, 32000, in(Creations.class, "create2", Creations::create2), Exit.CALL),
    STATICCALL(
            0xfa,
            6,
            1,
            0,
            in(Calls.class, "staticCall", Calls::staticCall),
            Exit.CALL,
            new Trait.Most(Gas.COLD_ACCOUNT)),
    REVERT(0xfd, 2, 0, 0, in(HaltOperations.class, "revert", HaltOperations::revert), Exit.END),
    INVALID(0xfe, 0, 0, 0, in(HaltOperations.class, "invalid", HaltOperations::invalid), Exit.END),
    SELFDESTRUCT(
            0xff,
            1,
            0,
            5000,
            in(HaltOperations.class, "selfDestruct", HaltOperations::selfDestruct),
            Exit.END,
            new Trait.Most(Gas.COLD_ACCOUNT + Gas.NEW_ACCOUNT));

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
    private final Handler handler;
    private final Optional<WordOperation> operation;
    private final EvmFork since;
    private final Exit exit;
    private final boolean exactGas;
    private final long mostGas;
    private final Optional<Trait.Memory> memory;

    Opcode(int code, int pops, int pushes, int staticGas, Trait... traits) {
        this(code, pops, pushes, staticGas, new Handler.Moves(), traits);
    }

    Opcode(int code, int pops, int pushes, int staticGas, Handler handler, Trait... traits) {
        this.code = code;
        this.pops = pops;
        this.pushes = pushes;
        this.staticGas = staticGas;
        this.handler = handler;
        operation = handler instanceof Handler.Pure pure
                ? Optional.of(pure.operation())
                : find(Trait.Computes.class, traits).map(Trait.Computes::operation);
        since = find(Trait.Since.class, traits).map(Trait.Since::fork).orElse(EvmFork.FIRST);
        exit = find(Exit.class, traits).orElse(Exit.FALL);
        exactGas = find(Trait.ExactGas.class, traits).isPresent();
        mostGas = find(Trait.Most.class, traits).map(Trait.Most::gas).orElse(0L);
        memory = find(Trait.Memory.class, traits);
    }

    private static <T extends Trait> Optional<T> find(Class<T> wanted, Trait[] traits) {
        for (Trait trait : traits) {
            if (wanted.isInstance(trait)) {
                return Optional.of(wanted.cast(trait));
            }
        }
        return Optional.empty();
    }

    private static Handler pure(String method, WordOperation.Unary operation) {
        return new Handler.Pure(method, operation);
    }

    private static Handler pure(String method, WordOperation.Binary operation) {
        return new Handler.Pure(method, operation);
    }

    private static Handler pure(String method, WordOperation.Ternary operation) {
        return new Handler.Pure(method, operation);
    }

    private static Handler in(Class<?> owner, String method, Handler.FrameGives0 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.FrameGives1 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.FrameGives2 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.FrameDoes0 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.FrameDoes2 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.FrameDoes3 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Gives0 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Gives1 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Gives2 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Does0 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Does1 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Does2 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Does3 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Does4 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Does5 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Handler in(Class<?> owner, String method, Handler.Does6 body) {
        return new Handler.Static(owner, method, body);
    }

    private static Trait memory() {
        return byLength(0, 0);
    }

    private static Trait byLength(int operand, long gasPerWord) {
        return new Trait.Memory(operand, gasPerWord);
    }

    /** The instruction of a byte (the low 8 bits); {@link #INVALID} for a byte that no fork defines. */
    public static Opcode of(int code) {
        return BY_CODE[code & 0xff];
    }

    /** The instruction at {@code pc}; {@link #STOP} beyond the end of the code. */
    public static Opcode at(Bytecode code, int pc) {
        return of(code.byteAt(pc));
    }

    /** The byte of the instruction, 0 to 255. */
    public int code() {
        return code;
    }

    /** The number of operands; for DUPn and SWAPn, the depth that they reach. */
    public int pops() {
        return pops;
    }

    /** The number of results; for DUPn and SWAPn, {@code pops} plus the growth of the stack. */
    public int pushes() {
        return pushes;
    }

    /** The number of immediate bytes that follow the opcode. */
    public int immediateBytes() {
        return isPush() ? code - PUSH0.code : 0;
    }

    /** The part of the gas that does not depend on operands or state. */
    public int staticGas() {
        return staticGas;
    }

    /** The implementation. */
    public Handler handler() {
        return handler;
    }

    /** The pure function that the instruction computes; empty if the result depends on more than the operands. */
    public Optional<WordOperation> operation() {
        return operation;
    }

    /** The first supported fork that has the instruction. The byte halts the frame in older forks. */
    public EvmFork since() {
        return since;
    }

    /** How the instruction ends its basic block. */
    public Exit exit() {
        return exit;
    }

    /** Returns whether its effect depends on the gas that is left. */
    public boolean needsExactGas() {
        return exactGas;
    }

    /**
     * The most gas beside the static gas, if every access is cold and every write fills a zero slot. It excludes gas
     * per length, memory growth, the gas sent with a call, and what the started frame consumes.
     */
    public long mostGas() {
        return mostGas;
    }

    /** Returns whether it can grow the memory without ending the block. */
    public boolean growsMemory() {
        return memory.isPresent();
    }

    /** The most gas per 32 bytes of its length operand; zero if no gas depends on a length. */
    public long gasPerWord() {
        return memory.map(Trait.Memory::gasPerWord).orElse(0L);
    }

    /** The index of the length operand, 0 for the top of the stack; meaningful if {@link #gasPerWord} is not zero. */
    public int lengthOperand() {
        return memory.orElseThrow().length();
    }

    /** PUSH0 to PUSH32. */
    public boolean isPush() {
        return code >= 0x5f && code <= 0x7f;
    }

    /** DUP1 to DUP16. */
    public boolean isDup() {
        return code >= 0x80 && code <= 0x8f;
    }

    /** SWAP1 to SWAP16. */
    public boolean isSwap() {
        return code >= 0x90 && code <= 0x9f;
    }

    /** LOG0 to LOG4. */
    public boolean isLog() {
        return code >= 0xa0 && code <= 0xa4;
    }
}
