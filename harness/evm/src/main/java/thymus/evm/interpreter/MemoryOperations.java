package thymus.evm.interpreter;

import thymus.evm.primitive.Word;
import thymus.evm.state.Account;

/** The instructions that move words and bytes into, out of and within memory. */
public final class MemoryOperations {
    private MemoryOperations() {}

    /** MLOAD. */
    public static Word mload(Word at, Frame frame) {
        frame.gas = frame.memory.expand(at, 32, frame.gas);
        return frame.memory.read((int) at.d());
    }

    /** MSTORE. */
    public static void mstore(Word at, Word value, Frame frame) {
        frame.gas = frame.memory.expand(at, 32, frame.gas);
        frame.memory.write((int) at.d(), value);
    }

    /** MSTORE8. */
    public static void mstore8(Word at, Word value, Frame frame) {
        frame.gas = frame.memory.expand(at, 1, frame.gas);
        frame.memory.writeByte((int) at.d(), value.d());
    }

    /** MCOPY (EIP-5656). */
    public static void mcopy(Word to, Word from, Word length, Frame frame) {
        frame.charge(Gas.perWord(length, Gas.WORD_COPIED));
        frame.expandMemory(to.isBelow(from) ? from : to, length);
        if (!length.isZero()) {
            frame.memory.move((int) to.toLong(), (int) from.toLong(), (int) length.toLong());
        }
    }

    /** CALLDATACOPY. */
    public static void callDataCopy(Word to, Word from, Word length, Frame frame) {
        copy(to, Environment.callData(frame), from, length, frame);
    }

    /** CODECOPY. */
    public static void codeCopy(Word to, Word from, Word length, Frame frame) {
        copy(to, frame.code.padded(), from, length, frame);
    }

    /** RETURNDATACOPY. A range beyond the return data halts the frame, even if its length is zero (EIP-211). */
    public static void returnDataCopy(Word to, Word from, Word length, Frame frame) {
        long end = from.clampToLong() + length.clampToLong();
        if (end < 0 || end > frame.returnData.length) {
            throw Halt.RETURN_DATA_BOUNDS.exception;
        }
        copy(to, frame.returnData, from, length, frame);
    }

    /** EXTCODECOPY. */
    public static void extCodeCopy(Word address, Word to, Word from, Word length, Frame frame, Evm evm) {
        Account account = AccountOperations.access(address, frame, evm);
        copy(to, account.code().padded(), from, length, frame);
    }

    private static void copy(Word to, byte[] source, Word from, Word length, Frame frame) {
        frame.charge(Gas.perWord(length, Gas.WORD_COPIED));
        frame.expandMemory(to, length);
        if (!length.isZero()) {
            frame.memory.writePadded((int) to.toLong(), source, from, (int) length.toLong());
        }
    }
}
