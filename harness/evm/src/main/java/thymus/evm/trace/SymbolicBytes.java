package thymus.evm.trace;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import thymus.evm.primitive.WordBytes;

/**
 * The words of memory, call data or return data that depend on the state. Every other byte is as in the recorded
 * execution. A word that is accessed in part is passed to the pinner and forgotten, which makes it constant in all
 * states.
 */
final class SymbolicBytes {
    private final TreeMap<Long, ValueSource.Node> words = new TreeMap<>();
    private final Consumer<ValueSource.Node> pinner;

    SymbolicBytes(Consumer<ValueSource.Node> pinner) {
        this.pinner = pinner;
    }

    /** Sets the source of the 32 bytes from {@code at}; null for a constant. */
    void write(long at, ValueSource.Node value) {
        clear(at, WordBytes.SIZE);
        if (value != null) {
            words.put(at, value);
        }
    }

    /** Makes the bytes constant. */
    void clear(long from, long length) {
        if (length > 0) {
            pinPartial(from, length);
            words.subMap(from, true, from + length, false).clear();
        }
    }

    /** The source of the 32 bytes from {@code at}; null for a constant. */
    ValueSource.Node read(long at) {
        pinPartial(at, WordBytes.SIZE);
        return words.get(at);
    }

    boolean isConstant(long from, long length) {
        return words.subMap(from - WordBytes.SIZE + 1, true, from + length, false)
                .isEmpty();
    }

    /** A part of the range, by offsets from its beginning. */
    SymbolicBytes part(long from, long length) {
        SymbolicBytes part = new SymbolicBytes(pinner);
        if (length > 0) {
            pinPartial(from, length);
            words.subMap(from, true, from + length, false).forEach((at, value) -> part.words.put(at - from, value));
        }
        return part;
    }

    /** Copies the first bytes of another range here. */
    void paste(long at, SymbolicBytes source, long length) {
        SymbolicBytes cut = source.part(0, length);
        clear(at, length);
        cut.words.forEach((offset, value) -> words.put(at + offset, value));
    }

    /** Pins every word whose offset is not a multiple of the word size. */
    void align() {
        words.entrySet().removeIf(e -> {
            boolean askew = e.getKey() % WordBytes.SIZE != 0;
            if (askew) {
                pinner.accept(e.getValue());
            }
            return askew;
        });
    }

    /** Pins everything. */
    void pin() {
        words.values().forEach(pinner);
        words.clear();
    }

    /** Pins the words that cross an end of the range. */
    private void pinPartial(long from, long length) {
        Map<Long, ValueSource.Node> touched = words.subMap(from - WordBytes.SIZE + 1, true, from + length, false);
        touched.entrySet().removeIf(e -> {
            boolean partial = e.getKey() < from || e.getKey() + WordBytes.SIZE > from + length;
            if (partial) {
                pinner.accept(e.getValue());
            }
            return partial;
        });
    }
}
