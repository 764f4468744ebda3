package thymus.evm.trace;

import java.util.Arrays;
import thymus.evm.primitive.Word;

/** The values of a {@link TraceTree}'s runs, and which of them are other than in the run before. */
final class Registers {
    /** In place of a register: what never changes. */
    static final int CONSTANT = -1;
    /** In place of a register: what may have changed, and has to be read to know. */
    static final int STATE = -2;

    Word[] words = new Word[16];
    /** By register: the last run in which it changed. */
    private long[] changedIn = new long[16];

    private long runs;

    /** The number of the run that begins. */
    long begin() {
        return ++runs;
    }

    void grow(int size) {
        if (size > words.length) {
            words = Arrays.copyOf(words, 2 * size);
            changedIn = Arrays.copyOf(changedIn, 2 * size);
        }
    }

    boolean hasChanged(int register) {
        return changedIn[register] == runs;
    }

    /**
     * @param known whether the last run left a value of the same instruction
     * @return whether the value is another one
     */
    boolean set(int register, Word value, boolean known) {
        boolean changes = !known || !words[register].isEqual(value);
        if (changes) {
            changedIn[register] = runs;
            words[register] = value;
        }
        return changes;
    }
}
