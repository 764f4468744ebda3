package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Arrays;
import thymus.spec.tree.Expr.Context;
import thymus.spec.tree.Expr.Windowed.Aggregate;

/**
 * Amounts in the order of time with running totals, so that a sum over a window takes two look-ups. All occurrences are
 * kept, because the length of a window may depend on the state.
 */
final class Column {
    private BigInteger[] times = new BigInteger[16];
    private BigInteger[] blocks = new BigInteger[16];
    private BigInteger[] amounts = new BigInteger[16];
    /** The sum of all amounts up to each index. */
    private BigInteger[] totals = new BigInteger[16];
    /** The least and the greatest amount up to each index, for windows without a beginning. */
    private BigInteger[] least = new BigInteger[16];

    private BigInteger[] greatest = new BigInteger[16];
    private int size;

    /** @param block the number of the block */
    record Moment(BigInteger time, BigInteger block) {}

    int size() {
        return size;
    }

    BigInteger time(int index) {
        return times[index];
    }

    /** @param moment not before the last one */
    void add(Moment moment, BigInteger amount) {
        if (size == times.length) {
            grow();
        }
        int last = size - 1;
        times[size] = moment.time();
        blocks[size] = moment.block();
        amounts[size] = amount;
        totals[size] = size == 0 ? amount : totals[last].add(amount);
        least[size] = size == 0 ? amount : least[last].min(amount);
        greatest[size] = size == 0 ? amount : greatest[last].max(amount);
        size++;
    }

    private void grow() {
        int length = 2 * size;
        times = Arrays.copyOf(times, length);
        blocks = Arrays.copyOf(blocks, length);
        amounts = Arrays.copyOf(amounts, length);
        totals = Arrays.copyOf(totals, length);
        least = Arrays.copyOf(least, length);
        greatest = Arrays.copyOf(greatest, length);
    }

    /** Keeps only the first {@code length} occurrences. */
    void truncate(int length) {
        size = length;
    }

    /** The number of occurrences among the first {@code size} that are at or before the time or block. */
    int countUpTo(Context.Field clock, BigInteger moment, int size) {
        BigInteger[] moments = clock == Context.Field.BLOCK ? blocks : times;
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments[middle].compareTo(moment) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The aggregate over the indices from {@code from} to {@code to} (exclusive); 0 if there are none. */
    BigInteger aggregate(Aggregate aggregate, int from, int to) {
        if (from >= to) {
            return BigInteger.ZERO;
        }
        return switch (aggregate) {
            case SUM -> from == 0 ? totals[to - 1] : totals[to - 1].subtract(totals[from - 1]);
            case COUNT -> BigInteger.valueOf(to - from);
            case SQUARES ->
                Arrays.stream(amounts, from, to)
                        .map(amount -> amount.multiply(amount))
                        .reduce(BigInteger.ZERO, BigInteger::add);
            case MINIMUM ->
                from == 0
                        ? least[to - 1]
                        : Arrays.stream(amounts, from, to)
                                .reduce(BigInteger::min)
                                .orElseThrow();
            case MAXIMUM ->
                from == 0
                        ? greatest[to - 1]
                        : Arrays.stream(amounts, from, to)
                                .reduce(BigInteger::max)
                                .orElseThrow();
        };
    }
}
