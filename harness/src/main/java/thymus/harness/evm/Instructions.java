package thymus.harness.evm;

/** Sends the less frequent instructions to the classes of their themes. Static gas and stack have been seen to. */
final class Instructions {
    private Instructions() {}

    static void execute(int op, Frame frame, Evm evm) {
        switch (op) {
            case 0x00 -> Endings.stop(frame);
            case 0x0a -> Hashing.exp(frame);
            case 0x1e -> Hashing.clz(frame, evm);
            case 0x20 -> Hashing.keccak256(frame, evm);
            case 0x30, 0x32, 0x33, 0x34, 0x36, 0x38, 0x3a, 0x3d, 0x59 -> Environment.ofFrame(op, frame, evm);
            case 0x35 -> Environment.callDataLoad(frame);
            case 0x37, 0x39, 0x3e -> Copies.copy(op, frame);
            case 0x3c -> Copies.extCodeCopy(frame, evm);
            case 0x5e -> Copies.mcopy(frame);
            case 0x53 -> Copies.mstore8(frame);
            case 0x31 -> Accounts.balance(frame, evm);
            case 0x3b -> Accounts.extCodeSize(frame, evm);
            case 0x3f -> Accounts.extCodeHash(frame, evm);
            case 0x47 -> Accounts.selfBalance(frame);
            case 0x40 -> Environment.blockHash(frame, evm);
            case 0x49 -> Environment.blobHash(frame, evm);
            case 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x48, 0x4a -> Environment.ofBlock(op, frame, evm);
            case 0x54 -> Storage.sload(frame, evm);
            case 0x55 -> Storage.sstore(frame, evm);
            case 0x5c -> Storage.tload(frame, evm);
            case 0x5d -> Storage.tstore(frame, evm);
            case 0xa0, 0xa1, 0xa2, 0xa3, 0xa4 -> Hashing.log(op - 0xa0, frame, evm);
            case 0xf0 -> Creations.create(false, frame, evm);
            case 0xf5 -> Creations.create(true, frame, evm);
            case 0xf1 -> Calls.call(Message.Kind.CALL, frame, evm);
            case 0xf2 -> Calls.call(Message.Kind.CALLCODE, frame, evm);
            case 0xf4 -> Calls.call(Message.Kind.DELEGATECALL, frame, evm);
            case 0xfa -> Calls.call(Message.Kind.STATICCALL, frame, evm);
            case 0xf3 -> Endings.finish(frame, Frame.State.RETURNED);
            case 0xfd -> Endings.finish(frame, Frame.State.REVERTED);
            case 0xff -> Endings.selfDestruct(frame, evm);
            default -> throw Halt.BAD_INSTRUCTION.exception;
        }
    }
}
