package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** The most recent values and transaction times of the current sequence. Not thread-safe. */
public final class RecentValues {
    private static final int MOST_VALUES = 64;

    /** Kept as words, because most are never read as numbers; null where a value was seen in data. */
    private final Word[] words = new Word[MOST_VALUES];

    private final byte[][] data = new byte[MOST_VALUES][];
    private final int[] offsets = new int[MOST_VALUES];

    private final BigInteger[] values = new BigInteger[MOST_VALUES];
    private long[] times = new long[32];
    private int moments;
    private long count;

    public void see(Word word) {
        int place = (int) (count++ % MOST_VALUES);
        words[place] = word;
        values[place] = null;
    }

    /** A word in data that nobody changes, read when somebody asks: most are overwritten before. */
    public void see(byte[] content, int offset) {
        int place = (int) (count++ % MOST_VALUES);
        words[place] = null;
        data[place] = content;
        offsets[place] = offset;
        values[place] = null;
    }

    /** @param value may be negative */
    public void see(BigInteger value) {
        values[(int) (count++ % MOST_VALUES)] = value;
    }

    public void settle(long time) {
        if (moments == 0 || times[moments - 1] != time) {
            if (moments == times.length) {
                times = Arrays.copyOf(times, 2 * moments);
            }
            times[moments++] = time;
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int size() {
        return (int) Math.min(count, MOST_VALUES);
    }

    /** The value at an index below {@link #size()}. */
    public BigInteger get(int index) {
        if (values[index] == null) {
            Word word = words[index] == null ? WordBytes.read32(data[index], offsets[index]) : words[index];
            values[index] = word.toBigInteger();
        }
        return values[index];
    }

    public List<BigInteger> all() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    /** The number of distinct transaction times. */
    public int moments() {
        return moments;
    }

    /** The transaction time at an index below {@link #moments()}. */
    public long moment(int index) {
        return times[index];
    }

    public void clear() {
        count = 0;
        moments = 0;
    }
}
