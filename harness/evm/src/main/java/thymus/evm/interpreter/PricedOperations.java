package thymus.evm.interpreter;

import java.util.List;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;

/** KECCAK256, LOG0 to LOG4, and EXP, whose gas depends on their operands. */
public final class PricedOperations {
    private PricedOperations() {}

    /** KECCAK256. */
    public static Word keccak256(Word offset, Word length, Frame frame, Evm evm) {
        frame.charge(Gas.perWord(length, Gas.WORD_HASHED));
        frame.expandMemory(offset, length);
        int size = (int) length.toLong();
        int from = size == 0 ? 0 : (int) offset.toLong();
        Word hash = evm.hashes().hash(frame.memory.bytes(), from, size);
        evm.tracer().onKeccak(frame.memory.bytes(), from, size, hash);
        return hash;
    }

    /** LOG0. */
    public static void log0(Word offset, Word length, Frame frame, Evm evm) {
        log(offset, length, List.of(), frame, evm);
    }

    /** LOG1. */
    public static void log1(Word offset, Word length, Word t1, Frame frame, Evm evm) {
        log(offset, length, List.of(t1), frame, evm);
    }

    /** LOG2. */
    public static void log2(Word offset, Word length, Word t1, Word t2, Frame frame, Evm evm) {
        log(offset, length, List.of(t1, t2), frame, evm);
    }

    /** LOG3. */
    public static void log3(Word offset, Word length, Word t1, Word t2, Word t3, Frame frame, Evm evm) {
        log(offset, length, List.of(t1, t2, t3), frame, evm);
    }

    /** LOG4. */
    public static void log4(Word offset, Word length, Word t1, Word t2, Word t3, Word t4, Frame frame, Evm evm) {
        log(offset, length, List.of(t1, t2, t3, t4), frame, evm);
    }

    private static void log(Word offset, Word length, List<Word> topics, Frame frame, Evm evm) {
        frame.requireMutable();
        long bytes = length.clampToLong();
        frame.charge(bytes > 1L << 40 ? Long.MAX_VALUE : Gas.BYTE_LOGGED * bytes);
        frame.expandMemory(offset, length);
        Log log = new Log(frame.self.address(), topics, frame.memory.copy(offset, length));
        evm.world().transaction().addLog(log);
        evm.tracer().onLog(log);
    }

    /** EXP (EIP-160). */
    public static Word exp(Word base, Word exponent, Frame frame) {
        frame.charge(Gas.EXPONENT_BYTE * ((exponent.bitLength() + 7) / 8));
        return base.exp(exponent);
    }
}
