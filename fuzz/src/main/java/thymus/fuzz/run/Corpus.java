package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thymus.fuzz.random.SplitRandom;
import thymus.system.execution.Step;

/**
 * Sequences that reached something new, and for each goal the one that came nearest to it. A goal is to break a property,
 * or to turn over a comparison.
 */
final class Corpus {
    private static final int MOST_ENTRIES = 400;
    private static final int NO_GOAL = -1;
    /** What a sequence costs beside its own steps, in steps: a long one has to be worth its length. */
    private static final double SETUP_COST = 2;

    private final List<Entry> novel = new ArrayList<>();
    private final List<Entry> nearest = new ArrayList<>();
    /** How many sequences hit each feature. */
    private final int[] hits = new int[Features.SIZE];

    private final Map<Integer, Entry> byId = new HashMap<>();
    private double[] weights = {};
    private int nextId;

    private static final class Entry {
        final int id;
        final List<Step> steps;
        /** The features that it was the first to reach. */
        final int[] places;

        final int goal;
        int chosen;

        Entry(int id, List<Step> steps, int[] places, int goal) {
            this.id = id;
            this.steps = List.copyOf(steps);
            this.places = places;
            this.goal = goal;
        }
    }

    /** @param goal that the sequence came nearest to; negative for none */
    record Choice(int id, int goal, List<Step> steps) {}

    boolean isEmpty() {
        return novel.isEmpty();
    }

    int size() {
        return novel.size() + nearest.size();
    }

    /**
     * Fixes the odds for the next choices: what few sequences reach is worth more of them, and less the more it got (Böhme,
     * Pham, Roychoudhury: Coverage-based greybox fuzzing as Markov chain, CCS 2016).
     */
    void weigh() {
        weights = new double[novel.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(novel.get(i));
        }
    }

    private double weight(Entry entry) {
        double rarity = 0;
        for (int place : entry.places) {
            rarity += 1.0 / hits[place];
        }
        return rarity / ((1 + entry.chosen) * (SETUP_COST + entry.steps.size()));
    }

    Choice choose(SplitRandom random) {
        return choice(novel.get(random.weighted(weights)));
    }

    /** One of the sequences that came nearest to a goal; half of the time, to a goal below the bound. */
    Choice chooseNearest(SplitRandom random, int bound) {
        return random.chance(1, 2) ? chooseBelow(random, Integer.MAX_VALUE) : chooseBelow(random, bound);
    }

    /** One of the sequences that came nearest to a goal below the bound. */
    Choice chooseBelow(SplitRandom random, int bound) {
        List<Entry> candidates = nearest.stream().filter(e -> e.goal < bound).toList();
        if (candidates.isEmpty()) {
            return choose(random);
        }
        // A goal that comes nearer starts anew; one that never does, such as an overflow that cannot be, is left alone.
        double[] odds =
                candidates.stream().mapToDouble(e -> 1.0 / (1 + e.chosen)).toArray();
        return choice(candidates.get(random.weighted(odds)));
    }

    private static Choice choice(Entry entry) {
        return new Choice(entry.id, entry.goal, entry.steps);
    }

    void used(int id) {
        Entry entry = byId.get(id);
        // What was chosen may have had to give way since.
        if (entry != null) {
            entry.chosen++;
        }
    }

    void hit(int[] places) {
        for (int place : places) {
            hits[place]++;
        }
    }

    /** @param places which nobody had reached before */
    void addNovel(List<Step> steps, int[] places) {
        novel.add(entry(steps, places, NO_GOAL));
        if (novel.size() > MOST_ENTRIES) {
            Entry least = novel.getFirst();
            for (Entry other : novel) {
                if (weight(other) < weight(least)) {
                    least = other;
                }
            }
            novel.remove(least);
            byId.remove(least.id);
        }
    }

    void addNearest(List<Step> steps, int goal) {
        forget(goal);
        nearest.add(entry(steps, new int[0], goal));
    }

    private Entry entry(List<Step> steps, int[] places, int goal) {
        Entry entry = new Entry(nextId++, steps, places, goal);
        byId.put(entry.id, entry);
        return entry;
    }

    /** What has been reached needs no nearest sequence. */
    void forget(int goal) {
        nearest.removeIf(e -> {
            if (e.goal == goal) {
                byId.remove(e.id);
            }
            return e.goal == goal;
        });
    }
}
