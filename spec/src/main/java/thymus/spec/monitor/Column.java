package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.spec.tree.Expr.Windowed.Aggregate;

/**
 * Amounts in order of time, with running totals: a sum over any window is two look-ups. Nothing is dropped, because the
 * length of a window may depend on the state.
 */
final class Column {
    private final List<BigInteger> times = new ArrayList<>();
    private final List<BigInteger> amounts = new ArrayList<>();
    /** The sum of all amounts before index i, one more entry than amounts. */
    private final List<BigInteger> totals = new ArrayList<>(List.of(BigInteger.ZERO));
    /** The least and the greatest amount up to each index: the questions of a window without a beginning. */
    private final List<BigInteger> least = new ArrayList<>();
    private final List<BigInteger> greatest = new ArrayList<>();

    int size() {
        return times.size();
    }

    BigInteger time(int index) {
        return times.get(index);
    }

    /** @param time not before the last one's */
    void add(BigInteger time, BigInteger amount) {
        times.add(time);
        amounts.add(amount);
        totals.add(totals.getLast().add(amount));
        least.add(least.isEmpty() ? amount : least.getLast().min(amount));
        greatest.add(greatest.isEmpty() ? amount : greatest.getLast().max(amount));
    }

    void removeLast() {
        times.removeLast();
        amounts.removeLast();
        totals.removeLast();
        least.removeLast();
        greatest.removeLast();
    }

    /** How many of the first {@code size} occurrences are at or before the time. */
    int countUpTo(BigInteger time, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).compareTo(time) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Over the occurrences from index {@code from} to before {@code to}; 0 where there are none. */
    BigInteger aggregate(Aggregate aggregate, int from, int to) {
        if (from >= to) {
            return BigInteger.ZERO;
        }
        return switch (aggregate) {
            case SUM -> totals.get(to).subtract(totals.get(from));
            case COUNT -> BigInteger.valueOf(to - from);
            case MINIMUM -> from == 0
                    ? least.get(to - 1)
                    : amounts.subList(from, to).stream().reduce(BigInteger::min).orElseThrow();
            case MAXIMUM -> from == 0
                    ? greatest.get(to - 1)
                    : amounts.subList(from, to).stream().reduce(BigInteger::max).orElseThrow();
        };
    }
}
