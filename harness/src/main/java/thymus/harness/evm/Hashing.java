package thymus.harness.evm;

import java.util.ArrayList;
import java.util.List;
import thymus.harness.word.Keccak;
import thymus.harness.word.Word;

/** KECCAK256, LOG0 to LOG4, and the arithmetic that is priced by its operands or bound to a fork. */
final class Hashing {
    private Hashing() {}

    static void keccak256(Frame frame, Evm evm) {
        Word offset = frame.pop();
        Word length = frame.pop();
        frame.charge(Gas.perWord(length, 6));
        frame.expandMemory(offset, length);
        int size = (int) length.toLong();
        Word hash = size == 0 ? Keccak.EMPTY : Keccak.hash(frame.memory.bytes(), (int) offset.toLong(), size);
        if (evm.tracer() != Tracer.NONE) {
            evm.tracer().onKeccak(frame.memory.copy(offset, length), hash);
        }
        frame.push(hash);
    }

    static void log(int topicCount, Frame frame, Evm evm) {
        frame.requireMutable();
        Word offset = frame.pop();
        Word length = frame.pop();
        long bytes = length.clampToLong();
        frame.charge(bytes > 1L << 40 ? Long.MAX_VALUE : 8 * bytes);
        frame.expandMemory(offset, length);
        List<Word> topics = new ArrayList<>(topicCount);
        for (int i = 0; i < topicCount; i++) {
            topics.add(frame.pop());
        }
        Log log = new Log(frame.self.address(), topics, frame.memory.copy(offset, length));
        evm.world().transaction().addLog(log);
        evm.tracer().onLog(log);
    }

    static void exp(Frame frame) {
        Word base = frame.pop();
        Word exponent = frame.pop();
        frame.charge(50L * ((exponent.bitLength() + 7) / 8));
        frame.push(base.exp(exponent));
    }

    static void clz(Frame frame, Evm evm) {
        if (!evm.fork().includes(EvmFork.OSAKA)) {
            throw Halt.BAD_INSTRUCTION.exception;
        }
        frame.push(frame.pop().clz());
    }
}
