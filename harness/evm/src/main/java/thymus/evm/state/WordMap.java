package thymus.evm.state;

import java.util.Arrays;
import java.util.function.BiConsumer;
import thymus.evm.primitive.Word;

/**
 * A flat hash table with words as keys: open addressing with linear probing, at most half full, and removal that closes
 * the gap (Knuth, TAOCP 6.4, algorithm R). It has no entry objects and no boxing, because every SLOAD uses it.
 */
final class WordMap<V> {
    private static final int SMALLEST = 8;
    private static final int RECENT = 16;
    private static final int SMALL = 64;
    private static final Object[] NONE = new Object[SMALL];

    private Word[] keys = new Word[SMALLEST];
    private Object[] values = new Object[SMALLEST];
    private int size;
    /** A cache of recent keys by their lowest bits; the same few words recur. */
    private final Word[] recent = new Word[RECENT];

    private final Object[] recentValues = new Object[RECENT];
    /** A second index of the values with keys below 64: compilers number a contract's variables from zero. */
    private Object[] small = NONE;

    int size() {
        return size;
    }

    /** The value; null if there is none. */
    @SuppressWarnings("unchecked")
    V get(Word key) {
        if (isSmall(key)) {
            return (V) small[(int) key.d()];
        }
        int index = (int) key.d() & RECENT - 1;
        Word known = recent[index];
        if (known == key || (known != null && known.isEqual(key))) {
            return (V) recentValues[index];
        }
        V value = (V) values[find(key)];
        recent[index] = key;
        recentValues[index] = value;
        return value;
    }

    /** @param value not null */
    void put(Word key, V value) {
        forget(key);
        int at = find(key);
        if (keys[at] == null) {
            if (2 * ++size > keys.length) {
                grow();
                at = find(key);
            }
            keys[at] = key;
        }
        values[at] = value;
        if (isSmall(key)) {
            small = small == NONE ? new Object[SMALL] : small;
            small[(int) key.d()] = value;
        }
    }

    private static boolean isSmall(Word key) {
        return (key.a() | key.b() | key.c() | (key.d() & -SMALL)) == 0;
    }

    private void forget(Word key) {
        if (isSmall(key) && small != NONE) {
            small[(int) key.d()] = null;
        }
        recent[(int) key.d() & RECENT - 1] = null;
    }

    void remove(Word key) {
        forget(key);
        int gap = find(key);
        if (keys[gap] == null) {
            return;
        }
        int mask = keys.length - 1;
        for (int at = gap + 1 & mask; keys[at] != null; at = at + 1 & mask) {
            int home = keys[at].hashCode() & mask;
            // If the entry's home is cyclically in (gap, at], the entry can be found at its index.
            if ((at - home & mask) >= (at - gap & mask)) {
                keys[gap] = keys[at];
                values[gap] = values[at];
                gap = at;
            }
        }
        keys[gap] = null;
        values[gap] = null;
        size--;
    }

    @SuppressWarnings("unchecked")
    void forEach(BiConsumer<Word, V> action) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != null) {
                action.accept(keys[i], (V) values[i]);
            }
        }
    }

    private int find(Word key) {
        int mask = keys.length - 1;
        int at = key.hashCode() & mask;
        while (keys[at] != null && !keys[at].equals(key)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        Word[] oldKeys = keys;
        Object[] oldValues = values;
        keys = Arrays.copyOf(new Word[0], 2 * oldKeys.length);
        values = new Object[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
