package thymus.harness.view;

import java.util.Arrays;
import thymus.harness.word.Word;

/** The values of a {@link Program}'s runs, and which of them are other than in the run before. */
final class Registers {
    Word[] words = new Word[16];
    boolean[] changed = new boolean[16];
    private long runs;

    /** The number of the run that begins. */
    long begin() {
        return ++runs;
    }

    void grow(int size) {
        if (size > words.length) {
            words = Arrays.copyOf(words, 2 * size);
            changed = Arrays.copyOf(changed, 2 * size);
        }
    }

    /** @param known whether the last run left a value of the same instruction */
    void set(int register, Word value, boolean known) {
        boolean same = known && words[register].isEqual(value);
        changed[register] = !same;
        if (!same) {
            words[register] = value;
        }
    }
}
