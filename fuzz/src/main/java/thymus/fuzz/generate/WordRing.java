package thymus.fuzz.generate;

import java.math.BigInteger;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** The latest of many words, of which most are never read as numbers. Not thread-safe. */
final class WordRing {
    private final int most;
    /** Null where a value was seen in data, or as a number. */
    private final Word[] words;

    private final byte[][] data;
    private final int[] offsets;
    private final BigInteger[] values;
    private long count;

    WordRing(int most) {
        this.most = most;
        words = new Word[most];
        data = new byte[most][];
        offsets = new int[most];
        values = new BigInteger[most];
    }

    void add(Word word) {
        int place = (int) (count++ % most);
        words[place] = word;
        values[place] = null;
    }

    /** A word in data that nobody changes, read when somebody asks: most are overwritten before. */
    void add(byte[] content, int offset) {
        int place = (int) (count++ % most);
        words[place] = null;
        data[place] = content;
        offsets[place] = offset;
        values[place] = null;
    }

    /** @param value may be negative */
    void add(BigInteger value) {
        values[(int) (count++ % most)] = value;
    }

    int size() {
        return (int) Math.min(count, most);
    }

    /** The value at an index below {@link #size()}. */
    BigInteger get(int index) {
        if (values[index] == null) {
            Word word = words[index] == null ? WordBytes.read32(data[index], offsets[index]) : words[index];
            values[index] = word.toBigInteger();
        }
        return values[index];
    }

    void clear() {
        count = 0;
    }
}
