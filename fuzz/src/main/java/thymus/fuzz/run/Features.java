package thymus.fuzz.run;

import java.util.Arrays;

/**
 * The coverage map: basic blocks and sizes of written values. Each feature is hashed to one of 2^16 indices, as in AFL.
 * A collision may hide a new feature but has no other effect.
 */
public final class Features {
    static final int SIZE = 1 << 16;

    private final long[] seen = new long[SIZE / 64];
    private int[] touched = new int[256];
    private int count;

    public void hit(int feature) {
        add(spread(feature));
    }

    private void add(int place) {
        long bit = 1L << place;
        if ((seen[place >>> 6] & bit) == 0) {
            seen[place >>> 6] |= bit;
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, 2 * count);
            }
            touched[count++] = place;
        }
    }

    public void clear() {
        for (int i = 0; i < count; i++) {
            seen[touched[i] >>> 6] = 0;
        }
        count = 0;
    }

    public int count() {
        return count;
    }

    /** The features from the given index on, in the order of their first hits. */
    public int[] since(int from) {
        return Arrays.copyOfRange(touched, from, count);
    }

    private boolean has(int place) {
        return (seen[place >>> 6] & (1L << place)) != 0;
    }

    /** Whether the feature, or another of the same index, was hit. */
    boolean contains(int feature) {
        return has(spread(feature));
    }

    /** The features of another map that this one does not contain. */
    public int[] news(int[] places) {
        int[] news = new int[places.length];
        int size = 0;
        for (int place : places) {
            if (!has(place)) {
                news[size++] = place;
            }
        }
        return Arrays.copyOf(news, size);
    }

    boolean hasAll(int[] places) {
        for (int place : places) {
            if (!has(place)) {
                return false;
            }
        }
        return true;
    }

    public void addPlaces(int[] places) {
        for (int place : places) {
            add(place);
        }
    }

    private static int spread(int feature) {
        int h = feature * 0x9E3779B9;
        return (h ^ (h >>> 15)) & (SIZE - 1);
    }
}
