package thymus.harness.evm;

import thymus.harness.word.Word;
import thymus.harness.world.Account;

/** Instructions that move bytes into and within memory. */
final class Copies {
    private static final long PER_WORD = 3;

    private Copies() {}

    /** CALLDATACOPY, CODECOPY and RETURNDATACOPY. */
    static void copy(int op, Frame frame) {
        Word to = frame.pop();
        Word from = frame.pop();
        Word length = frame.pop();
        frame.charge(Gas.perWord(length, PER_WORD));
        byte[] source = switch (op) {
            case 0x37 -> Environment.callData(frame);
            case 0x39 -> frame.code.padded();
            default -> frame.returnData;
        };
        if (op == 0x3e) {
            requireWithin(from, length, source.length);
        }
        write(frame, to, source, from, length);
    }

    /** Reading beyond the return data fails, also where nothing is read (EIP-211). */
    private static void requireWithin(Word from, Word length, int size) {
        long end = from.clampToLong() + length.clampToLong();
        if (end < 0 || end > size) {
            throw Halt.RETURN_DATA_BOUNDS.exception;
        }
    }

    private static void write(Frame frame, Word to, byte[] source, Word from, Word length) {
        frame.expandMemory(to, length);
        if (!length.isZero()) {
            frame.memory.writePadded((int) to.toLong(), source, from, (int) length.toLong());
        }
    }

    static void extCodeCopy(Frame frame, Evm evm) {
        Account account = Accounts.access(frame, evm, frame.pop());
        Word to = frame.pop();
        Word from = frame.pop();
        Word length = frame.pop();
        frame.charge(Gas.perWord(length, PER_WORD));
        write(frame, to, account.code().padded(), from, length);
    }

    static void mcopy(Frame frame) {
        Word to = frame.pop();
        Word from = frame.pop();
        Word length = frame.pop();
        frame.charge(Gas.perWord(length, PER_WORD));
        frame.expandMemory(to.isBelow(from) ? from : to, length);
        if (!length.isZero()) {
            frame.memory.move((int) to.toLong(), (int) from.toLong(), (int) length.toLong());
        }
    }

    static void mstore8(Frame frame) {
        Word at = frame.pop();
        Word value = frame.pop();
        frame.expandMemory(at, Word.ONE);
        frame.memory.writeByte((int) at.toLong(), value.toLong());
    }
}
