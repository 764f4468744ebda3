package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thymus.evm.primitive.Word;

/** The values that the sequence at hand has shown most recently, and when its transactions were. Not thread-safe. */
public final class RecentValues {
    private static final int MOST_VALUES = 64;

    /** As words: most are never looked at as numbers. */
    private final Word[] words = new Word[MOST_VALUES];

    private final BigInteger[] values = new BigInteger[MOST_VALUES];
    private long[] times = new long[32];
    private int moments;
    private long count;

    public void see(Word word) {
        int place = (int) (count++ % MOST_VALUES);
        words[place] = word;
        values[place] = null;
    }

    /** @param value may be below zero */
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

    /** Some value, by any index below {@link #size()}. */
    public BigInteger get(int index) {
        if (values[index] == null) {
            values[index] = words[index].toBigInteger();
        }
        return values[index];
    }

    public List<BigInteger> all() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    /** How many distinct times transactions had. */
    public int moments() {
        return moments;
    }

    /** The time of a transaction, by any index below {@link #moments()}. */
    public long moment(int index) {
        return times[index];
    }

    public void clear() {
        count = 0;
        moments = 0;
    }
}
