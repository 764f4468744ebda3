package thymus.harness.compile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import thymus.harness.evm.Accounts;
import thymus.harness.evm.Calls;
import thymus.harness.evm.Copies;
import thymus.harness.evm.Creations;
import thymus.harness.evm.Endings;
import thymus.harness.evm.Environment;
import thymus.harness.evm.Hashing;
import thymus.harness.evm.Opcode;
import thymus.harness.evm.Storage;
import thymus.harness.word.Word;

/**
 * Which method does an instruction: for pure ones a method of {@link Word}, whose receiver is the top of the stack; for the
 * others a static one that takes the operands, the top first, then the frame, and the machine where it needs it.
 */
final class Handlers {
    /**
     * A method.
     *
     * @param pure whether it is a method of {@link Word}
     * @param takesMachine whether its last parameter is the EVM
     */
    record Handler(Class<?> owner, String name, boolean pure, boolean takesMachine) {}

    /** Of gas, for what a block does with memory: the first 50 KiB cost as much. */
    private static final long MEMORY = 10_000;

    private static final Map<Opcode, Handler> TABLE = new EnumMap<>(Opcode.class);

    static {
        pure(Opcode.ADD, "add");
        pure(Opcode.MUL, "mul");
        pure(Opcode.SUB, "sub");
        pure(Opcode.DIV, "div");
        pure(Opcode.SDIV, "sdiv");
        pure(Opcode.MOD, "mod");
        pure(Opcode.SMOD, "smod");
        pure(Opcode.ADDMOD, "addmod");
        pure(Opcode.MULMOD, "mulmod");
        pure(Opcode.SIGNEXTEND, "signextend");
        pure(Opcode.LT, "lt");
        pure(Opcode.GT, "gt");
        pure(Opcode.SLT, "slt");
        pure(Opcode.SGT, "sgt");
        pure(Opcode.EQ, "eq");
        pure(Opcode.ISZERO, "iszero");
        pure(Opcode.AND, "and");
        pure(Opcode.OR, "or");
        pure(Opcode.XOR, "xor");
        pure(Opcode.NOT, "not");
        pure(Opcode.BYTE, "byteOf");
        pure(Opcode.SHL, "shl");
        pure(Opcode.SHR, "shr");
        pure(Opcode.SAR, "sar");
        frame(Opcode.EXP, Hashing.class, "exp");
        machine(Opcode.CLZ, Hashing.class, "clz");
        machine(Opcode.KECCAK256, Hashing.class, "keccak256");
        frame(Opcode.ADDRESS, Environment.class, "address");
        machine(Opcode.BALANCE, Accounts.class, "balance");
        machine(Opcode.ORIGIN, Environment.class, "origin");
        frame(Opcode.CALLER, Environment.class, "caller");
        frame(Opcode.CALLVALUE, Environment.class, "callValue");
        frame(Opcode.CALLDATALOAD, Environment.class, "callDataLoad");
        frame(Opcode.CALLDATASIZE, Environment.class, "callDataSize");
        frame(Opcode.CALLDATACOPY, Copies.class, "callDataCopy");
        frame(Opcode.CODESIZE, Environment.class, "codeSize");
        frame(Opcode.CODECOPY, Copies.class, "codeCopy");
        machine(Opcode.GASPRICE, Environment.class, "gasPrice");
        machine(Opcode.EXTCODESIZE, Accounts.class, "extCodeSize");
        machine(Opcode.EXTCODECOPY, Copies.class, "extCodeCopy");
        frame(Opcode.RETURNDATASIZE, Environment.class, "returnDataSize");
        frame(Opcode.RETURNDATACOPY, Copies.class, "returnDataCopy");
        machine(Opcode.EXTCODEHASH, Accounts.class, "extCodeHash");
        machine(Opcode.BLOCKHASH, Environment.class, "blockHash");
        machine(Opcode.COINBASE, Environment.class, "coinbase");
        machine(Opcode.TIMESTAMP, Environment.class, "timestamp");
        machine(Opcode.NUMBER, Environment.class, "number");
        machine(Opcode.PREVRANDAO, Environment.class, "prevRandao");
        machine(Opcode.GASLIMIT, Environment.class, "gasLimit");
        machine(Opcode.CHAINID, Environment.class, "chainId");
        frame(Opcode.SELFBALANCE, Accounts.class, "selfBalance");
        machine(Opcode.BASEFEE, Environment.class, "baseFee");
        machine(Opcode.BLOBHASH, Environment.class, "blobHash");
        machine(Opcode.BLOBBASEFEE, Environment.class, "blobBaseFee");
        frame(Opcode.MLOAD, Copies.class, "mload");
        frame(Opcode.MSTORE, Copies.class, "mstore");
        frame(Opcode.MSTORE8, Copies.class, "mstore8");
        machine(Opcode.SLOAD, Storage.class, "sload");
        machine(Opcode.SSTORE, Storage.class, "sstore");
        frame(Opcode.MSIZE, Environment.class, "msize");
        frame(Opcode.GAS, Environment.class, "gas");
        machine(Opcode.TLOAD, Storage.class, "tload");
        machine(Opcode.TSTORE, Storage.class, "tstore");
        frame(Opcode.MCOPY, Copies.class, "mcopy");
        machine(Opcode.LOG0, Hashing.class, "log0");
        machine(Opcode.LOG1, Hashing.class, "log1");
        machine(Opcode.LOG2, Hashing.class, "log2");
        machine(Opcode.LOG3, Hashing.class, "log3");
        machine(Opcode.LOG4, Hashing.class, "log4");
        machine(Opcode.CREATE, Creations.class, "create");
        machine(Opcode.CREATE2, Creations.class, "create2");
        machine(Opcode.CALL, Calls.class, "call");
        machine(Opcode.CALLCODE, Calls.class, "callCode");
        machine(Opcode.DELEGATECALL, Calls.class, "delegateCall");
        machine(Opcode.STATICCALL, Calls.class, "staticCall");
        frame(Opcode.STOP, Endings.class, "stop");
        frame(Opcode.RETURN, Endings.class, "finish");
        frame(Opcode.REVERT, Endings.class, "revert");
        frame(Opcode.INVALID, Endings.class, "invalid");
        machine(Opcode.SELFDESTRUCT, Endings.class, "selfDestruct");
    }

    private Handlers() {}

    private static void pure(Opcode opcode, String name) {
        TABLE.put(opcode, new Handler(Word.class, name, true, false));
    }

    private static void frame(Opcode opcode, Class<?> owner, String name) {
        TABLE.put(opcode, new Handler(owner, name, false, false));
    }

    private static void machine(Opcode opcode, Class<?> owner, String name) {
        TABLE.put(opcode, new Handler(owner, name, false, true));
    }

    /** The method of an instruction other than those that only move words on the stack or control in the code. */
    static Handler of(Opcode opcode) {
        return TABLE.get(opcode);
    }

    /** Whether operands and result are on the frame's stack: of calls and creations, whose result comes later. */
    static boolean worksOnFrame(Opcode opcode) {
        return TABLE.get(opcode).owner() == Calls.class || TABLE.get(opcode).owner() == Creations.class;
    }

    /** Whether the handler looks at the exact gas that is left. */
    static boolean needsExactGas(Opcode opcode) {
        return opcode == Opcode.GAS || opcode == Opcode.SSTORE;
    }

    /**
     * The most that instructions cost beside their static gas, where memory grows and is hashed by no more than some KiB.
     * Where less is left the block is interpreted: having paid for what comes later it would fail too early, and watchers
     * would miss what happens in between.
     */
    static long reserve(List<Opcode> opcodes) {
        long fixed = opcodes.stream().mapToLong(Handlers::reserve).sum();
        return opcodes.stream().anyMatch(Handlers::takesMemory) ? fixed + MEMORY : fixed;
    }

    private static long reserve(Opcode opcode) {
        return switch (opcode) {
            case SLOAD -> 2100;
            case SSTORE -> 22_100;
            case BALANCE, EXTCODESIZE, EXTCODEHASH, EXTCODECOPY -> 2600;
            case EXP -> 1600;
            default -> 0;
        };
    }

    private static boolean takesMemory(Opcode opcode) {
        return switch (opcode) {
            case KECCAK256, CALLDATACOPY, CODECOPY, EXTCODECOPY, RETURNDATACOPY, MCOPY, MLOAD, MSTORE, MSTORE8 -> true;
            default -> opcode.isLog();
        };
    }
}
