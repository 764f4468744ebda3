package thymus.evm.interpreter;

import thymus.evm.EvmFork;

/**
 * Executes the instructions that the interpreter's loop does not handle itself. The cases repeat what the opcode table
 * says, because the JVM inlines direct calls but not those through the table. The table alone cost a tenth of the time
 * of contracts with storage. A new opcode needs no case, and an opcode of a later fork than the first must not have
 * one.
 */
final class Instructions {
    private static final Handler.Body[] BODIES = new Handler.Body[256];

    static {
        for (int code = 0; code < 256; code++) {
            BODIES[code] = body(Opcode.of(code));
        }
    }

    private Instructions() {}

    /** Executes one instruction. The caller has charged the static gas and checked the stack bounds. */
    static void execute(int op, Frame f, Evm evm) {
        switch (op) {
            case 0x00 -> HaltOperations.stop(f);
            case 0x20 -> f.push(PricedOperations.keccak256(f.pop(), f.pop(), f, evm));
            case 0x30 -> f.push(Environment.address(f));
            case 0x31 -> f.push(AccountOperations.balance(f.pop(), f, evm));
            case 0x32 -> f.push(Environment.origin(f, evm));
            case 0x33 -> f.push(Environment.caller(f));
            case 0x34 -> f.push(Environment.callValue(f));
            case 0x35 -> f.push(Environment.callDataLoad(f.pop(), f));
            case 0x36 -> f.push(Environment.callDataSize(f));
            case 0x37 -> MemoryOperations.callDataCopy(f.pop(), f.pop(), f.pop(), f);
            case 0x38 -> f.push(Environment.codeSize(f));
            case 0x39 -> MemoryOperations.codeCopy(f.pop(), f.pop(), f.pop(), f);
            case 0x3a -> f.push(Environment.gasPrice(f, evm));
            case 0x3b -> f.push(AccountOperations.extCodeSize(f.pop(), f, evm));
            case 0x3c -> MemoryOperations.extCodeCopy(f.pop(), f.pop(), f.pop(), f.pop(), f, evm);
            case 0x3d -> f.push(Environment.returnDataSize(f));
            case 0x3e -> MemoryOperations.returnDataCopy(f.pop(), f.pop(), f.pop(), f);
            case 0x3f -> f.push(AccountOperations.extCodeHash(f.pop(), f, evm));
            case 0x40 -> f.push(Environment.blockHash(f.pop(), f, evm));
            case 0x41 -> f.push(Environment.coinbase(f, evm));
            case 0x42 -> f.push(Environment.timestamp(f, evm));
            case 0x43 -> f.push(Environment.number(f, evm));
            case 0x44 -> f.push(Environment.prevRandao(f, evm));
            case 0x45 -> f.push(Environment.gasLimit(f, evm));
            case 0x46 -> f.push(Environment.chainId(f, evm));
            case 0x47 -> f.push(AccountOperations.selfBalance(f));
            case 0x48 -> f.push(Environment.baseFee(f, evm));
            case 0x49 -> f.push(Environment.blobHash(f.pop(), f, evm));
            case 0x4a -> f.push(Environment.blobBaseFee(f, evm));
            case 0x53 -> MemoryOperations.mstore8(f.pop(), f.pop(), f);
            case 0x54 -> f.push(Storage.sload(f.pop(), f, evm));
            case 0x55 -> Storage.sstore(f.pop(), f.pop(), f, evm);
            case 0x59 -> f.push(Environment.msize(f));
            case 0x5c -> f.push(Storage.tload(f.pop(), f, evm));
            case 0x5d -> Storage.tstore(f.pop(), f.pop(), f, evm);
            case 0x5e -> MemoryOperations.mcopy(f.pop(), f.pop(), f.pop(), f);
            case 0xa0 -> PricedOperations.log0(f.pop(), f.pop(), f, evm);
            case 0xa1 -> PricedOperations.log1(f.pop(), f.pop(), f.pop(), f, evm);
            case 0xa2 -> PricedOperations.log2(f.pop(), f.pop(), f.pop(), f.pop(), f, evm);
            case 0xa3 -> PricedOperations.log3(f.pop(), f.pop(), f.pop(), f.pop(), f.pop(), f, evm);
            case 0xa4 -> PricedOperations.log4(f.pop(), f.pop(), f.pop(), f.pop(), f.pop(), f.pop(), f, evm);
            case 0xf0 -> Creations.create(f, evm);
            case 0xf1 -> Calls.call(f, evm);
            case 0xf2 -> Calls.callCode(f, evm);
            case 0xf3 -> HaltOperations.finish(f.pop(), f.pop(), f);
            case 0xf4 -> Calls.delegateCall(f, evm);
            case 0xf5 -> Creations.create2(f, evm);
            case 0xfa -> Calls.staticCall(f, evm);
            case 0xfd -> HaltOperations.revert(f.pop(), f.pop(), f);
            case 0xff -> HaltOperations.selfDestruct(f.pop(), f, evm);
            default -> BODIES[op].run(f, evm);
        }
    }

    private static Handler.Body body(Opcode opcode) {
        Handler.Body body = switch (opcode.handler()) {
            case Handler.Static method -> method.body();
            case Handler.Pure pure -> body(pure.operation());
            case Handler.Moves moves ->
                (Handler.Does0) (f, evm) -> {
                    throw new AssertionError("the interpreter's loop has no case for " + opcode);
                };
        };
        // Avoids the fork check for an instruction that every fork has.
        return opcode.since() == EvmFork.FIRST
                ? body
                : (Handler.Does0) (f, evm) -> {
                    evm.require(opcode.since());
                    body.run(f, evm);
                };
    }

    private static Handler.Body body(WordOperation operation) {
        return switch (operation) {
            case WordOperation.Unary unary -> (Handler.Does0) (f, evm) -> f.push(unary.of(f.pop()));
            case WordOperation.Binary binary -> (Handler.Does0) (f, evm) -> f.push(binary.of(f.pop(), f.pop()));
            case WordOperation.Ternary ternary ->
                (Handler.Does0) (f, evm) -> f.push(ternary.of(f.pop(), f.pop(), f.pop()));
        };
    }
}
