package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The branch distances of search-based testing (McMinn: Search-based software test data generation, 2004): how near
 * executions came to the other outcome of a comparison. A hash of its location identifies a comparison.
 */
public final class BranchDistances {
    static final int SIZE = 1 << 12;
    private static final int BOTH = 3;

    /**
     * The outcomes of one comparison in one sequence.
     *
     * @param outcomes bit 0: was true, bit 1: was false
     * @param distance the least distance between its sides
     * @param steps the number of steps up to this least distance
     */
    record Approach(int site, int outcomes, double distance, int steps) {}

    private final byte[] outcomes = new byte[SIZE];
    private final double[] distance = new double[SIZE];
    private final int[] steps = new int[SIZE];
    private final int[] touched = new int[SIZE];
    private int count;
    private int step;

    /** @param distance between the two sides */
    public void compared(int place, boolean outcome, double distance) {
        int site = (place * 0x9E3779B9) >>> 20;
        if (outcomes[site] == 0) {
            touched[count++] = site;
            this.distance[site] = Double.POSITIVE_INFINITY;
        }
        outcomes[site] |= (byte) (outcome ? 1 : 2);
        if (distance < this.distance[site]) {
            this.distance[site] = distance;
            steps[site] = step;
        }
    }

    public void clear() {
        for (int i = 0; i < count; i++) {
            outcomes[touched[i]] = 0;
        }
        count = 0;
        step = 0;
    }

    /** @param number of the next step, from 1 */
    void step(int number) {
        step = number;
    }

    /** The comparisons of the current sequence. */
    List<Approach> approaches() {
        List<Approach> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int site = touched[i];
            all.add(new Approach(site, outcomes[site], distance[site], steps[site]));
        }
        return all;
    }

    /** The knowledge from all sequences. */
    static final class Known {
        private final byte[] outcomes = new byte[SIZE];
        private final double[] distance = new double[SIZE];

        Known() {
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
        }

        /** The novelty of an approach. */
        enum News {
            NOTHING,
            /** No earlier sequence came as near to the other outcome. */
            NEARER,
            /** The comparison has now had both outcomes. */
            TURNED
        }

        News learn(Approach approach) {
            int site = approach.site();
            if (outcomes[site] == BOTH) {
                return News.NOTHING;
            }
            outcomes[site] |= (byte) approach.outcomes();
            boolean nearer = approach.distance() < distance[site];
            distance[site] = Math.min(distance[site], approach.distance());
            return outcomes[site] == BOTH ? News.TURNED : nearer ? News.NEARER : News.NOTHING;
        }
    }
}
