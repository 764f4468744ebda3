package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thymus.evm.primitive.Word;

/** The most recent values and transaction times of the current sequence. Not thread-safe. */
public final class RecentValues {
    private static final int MOST_VALUES = 64;
    private static final int MOST_RESULTS = 16;
    /** What is longer than half a word and not longer than an address. */
    private static final int LONG_BITS = 128;

    private static final int ADDRESS_BITS = 160;

    private final WordRing values = new WordRing(MOST_VALUES);
    /** Apart, since what a step reads and writes is more than what it tells. */
    private final WordRing results = new WordRing(MOST_RESULTS);

    private long[] times = new long[32];
    private int moments;

    public void see(Word word) {
        values.add(word);
    }

    /** @param value may be negative */
    public void see(BigInteger value) {
        values.add(value);
    }

    /** A word that a call returned or emitted, in data that nobody changes: a later call may ask for it. */
    public void seeResult(byte[] content, int offset) {
        values.add(content, offset);
        results.add(content, offset);
    }

    /** The same of a topic of an event; those that may be addresses are none of its numbers. */
    public void seeResult(Word topic) {
        int bits = topic.bitLength();
        if (bits <= LONG_BITS || bits > ADDRESS_BITS) {
            values.add(topic);
            results.add(topic);
        }
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
        return size() == 0;
    }

    public int size() {
        return values.size();
    }

    /** The value at an index below {@link #size()}. */
    public BigInteger get(int index) {
        return values.get(index);
    }

    public List<BigInteger> all() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    /** The number of values that calls returned or emitted. */
    int results() {
        return results.size();
    }

    /** The value at an index below {@link #results()}. */
    BigInteger result(int index) {
        return results.get(index);
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
        values.clear();
        results.clear();
        moments = 0;
    }
}
