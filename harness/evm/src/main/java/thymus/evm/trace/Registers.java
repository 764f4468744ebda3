package thymus.evm.trace;

import java.util.Arrays;
import thymus.evm.primitive.Word;

/** The values of a {@link TraceTree}'s runs, and which of them differ from the previous run. */
final class Registers {
    /** A pseudo-register that never changes. */
    static final int CONSTANT = -1;
    /** A pseudo-register that may have changed and must be read again. */
    static final int STATE = -2;

    Word[] words = new Word[16];
    /** The last run in which each register changed. */
    private long[] changedIn = new long[16];

    private long runs;

    /** Begins a run and returns its number. */
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
     * Sets a register.
     *
     * @param known whether the last run left a value of the same instruction
     * @return whether the value has changed
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
