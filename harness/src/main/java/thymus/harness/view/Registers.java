package thymus.harness.view;

import java.util.Arrays;
import thymus.harness.word.Word;

/** The values of a {@link Program}'s runs, and which of them are other than in the run before. */
final class Registers {
    /** In place of a register: what never changes. */
    static final int CONSTANT = -1;
    /** In place of a register: what may have changed, and has to be read to know. */
    static final int STATE = -2;

    private static final int SPECIAL = 2;

    Word[] words = new Word[16];
    /** By register, behind those of the two that are none. */
    private boolean[] changed = new boolean[16 + SPECIAL];
    private long runs;

    Registers() {
        changed[SPECIAL + STATE] = true;
    }

    /** The number of the run that begins. */
    long begin() {
        return ++runs;
    }

    void grow(int size) {
        if (size > words.length) {
            words = Arrays.copyOf(words, 2 * size);
            changed = Arrays.copyOf(changed, 2 * size + SPECIAL);
        }
    }

    boolean anyChanged(int x, int y, int z) {
        boolean[] flags = changed;
        return flags[SPECIAL + x] | flags[SPECIAL + y] | flags[SPECIAL + z];
    }

    void keep(int register) {
        changed[SPECIAL + register] = false;
    }

    /** @param known whether the last run left a value of the same instruction */
    void set(int register, Word value, boolean known) {
        boolean same = known && words[register].isEqual(value);
        changed[SPECIAL + register] = !same;
        if (!same) {
            words[register] = value;
        }
    }
}
