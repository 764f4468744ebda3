package thymus.fuzz.system;

import java.util.function.Consumer;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.FrameView;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fuzz.run.BranchDistances;
import thymus.fuzz.run.Features;

/**
 * Notes what a transaction covers and which numbers it meets in storage.
 */
final class ExecutionTracer implements Tracer {
    private static final int MOST_WORDS = 32;

    private final Features features;
    private final Word[] words = new Word[MOST_WORDS];
    private int count;
    private Bytecode lastCode = Bytecode.EMPTY;
    private int lastCodeHash;

    private final BranchDistances frontier;
    private boolean closely;

    ExecutionTracer(Features features, BranchDistances frontier) {
        this.features = features;
        this.frontier = frontier;
    }

    /** @param closely whether comparisons are watched too */
    void watch(boolean closely) {
        this.closely = closely;
    }

    void begin() {
        count = 0;
    }

    @Override
    public boolean wantsSteps() {
        return closely;
    }

    @Override
    public void onStep(FrameView frame, Opcode opcode) {
        switch (opcode) {
            case LT, GT -> {
                if (frame.stackSize() >= 2) {
                    Word left = frame.stack(0);
                    Word right = frame.stack(1);
                    boolean below = left.isBelow(right);
                    boolean outcome = opcode == Opcode.LT ? below : right.isBelow(left);
                    Word apart = below ? right.sub(left) : left.sub(right);
                    frontier.compared(hashOf(frame.code()) + frame.pc(), outcome, approximately(apart));
                }
            }
            default -> {}
        }
    }

    private static double approximately(Word word) {
        double value = 0;
        for (int limb = 3; limb >= 0; limb--) {
            long bits = word.limb(limb);
            value = value * 0x1p64 + (bits >>> 1) * 2.0 + (bits & 1);
        }
        return value;
    }

    /** A block of code ran for the first time in its sequence. */
    void block(Bytecode code, int pc) {
        features.hit(hashOf(code) + pc * 65_599);
    }

    private int hashOf(Bytecode code) {
        if (code != lastCode) {
            lastCode = code;
            lastCodeHash = code.hash().hashCode();
        }
        return lastCodeHash;
    }

    @Override
    public void onSload(Address account, Word slot, Word value) {
        note(value);
    }

    /** The size of a value is a feature too: an empty bucket is another state than a full one. */
    @Override
    public void onSstore(Address account, Word slot, Word before, Word after) {
        note(after);
        int place = slot.bitLength() <= 32 ? (int) slot.toLong() : -1;
        features.hit(account.word().hashCode() * 31 + place * 127 + (after.bitLength() + 7) / 8);
    }

    private void note(Word word) {
        words[count++ % MOST_WORDS] = word;
    }

    /** A packed slot is handed over as its two halves too, where compilers put most of two numbers. */
    void drain(Consumer<Word> values) {
        int size = Math.min(count, MOST_WORDS);
        for (int i = 0; i < size; i++) {
            Word word = words[i];
            values.accept(word);
            if (word.bitLength() > 128) {
                values.accept(Word.of(0, 0, word.limb(3), word.limb(2)));
                values.accept(Word.of(0, 0, word.limb(1), word.limb(0)));
            }
        }
    }
}
