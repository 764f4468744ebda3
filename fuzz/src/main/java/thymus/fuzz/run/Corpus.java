package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thymus.fuzz.random.SplitRandom;
import thymus.system.execution.Step;

/**
 * The sequences that reached new features, and for each goal the sequence that came nearest to it. A goal is to break a
 * property or to get the other outcome of a comparison.
 */
final class Corpus {
    private static final int MOST_ENTRIES = 400;
    private static final int NO_GOAL = -1;
    /** The fixed cost of a sequence, in steps. A long sequence must be worth its length. */
    private static final double SETUP_COST = 2;

    private final List<Entry> novel = new ArrayList<>();
    private final List<Entry> nearest = new ArrayList<>();
    /** The number of sequences that hit each feature. */
    private final int[] hits = new int[Features.SIZE];

    private final Map<Integer, Entry> byId = new HashMap<>();
    private double[] weights = {};
    private int nextId;

    private static final class Entry {
        final int id;
        final List<Step> steps;
        /** The features that this sequence reached first. */
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

    /** @param goal the goal to which the sequence came nearest; negative for none */
    record Choice(int id, int goal, List<Step> steps) {}

    /** The steps of the sequences that reached new features. */
    List<List<Step>> novel() {
        return novel.stream().map(entry -> entry.steps).toList();
    }

    boolean isEmpty() {
        return novel.isEmpty();
    }

    int size() {
        return novel.size() + nearest.size();
    }

    /**
     * Sets the power schedule for the next choices. A sequence gets more weight the rarer its features are, and less
     * weight the more often it was chosen (Böhme, Pham, Roychoudhury: Coverage-based greybox fuzzing as Markov chain,
     * CCS 2016).
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

    /** One of the sequences nearest to a goal; in half of the cases only goals below the bound count. */
    Choice chooseNearest(SplitRandom random, int bound) {
        return random.chance(1, 2) ? chooseBelow(random, Integer.MAX_VALUE) : chooseBelow(random, bound);
    }

    /** One of the sequences nearest to a goal below the bound. */
    Choice chooseBelow(SplitRandom random, int bound) {
        List<Entry> candidates = nearest.stream().filter(e -> e.goal < bound).toList();
        if (candidates.isEmpty()) {
            return choose(random);
        }
        // A new nearest sequence starts with the full weight. A goal without progress, such as an impossible overflow,
        // gets ever less.
        double[] odds =
                candidates.stream().mapToDouble(e -> 1.0 / (1 + e.chosen)).toArray();
        return choice(candidates.get(random.weighted(odds)));
    }

    private static Choice choice(Entry entry) {
        return new Choice(entry.id, entry.goal, entry.steps);
    }

    void used(int id) {
        Entry entry = byId.get(id);
        // The entry may have been replaced since it was chosen.
        if (entry != null) {
            entry.chosen++;
        }
    }

    void hit(int[] places) {
        for (int place : places) {
            hits[place]++;
        }
    }

    /** @param places the features that no earlier sequence reached */
    void addNovel(List<Step> steps, int[] places) {
        if (steps.isEmpty()) {
            return; // all that was tried was impossible, and nothing can be made of it
        }
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
        if (steps.isEmpty()) {
            return;
        }
        nearest.add(entry(steps, new int[0], goal));
    }

    private Entry entry(List<Step> steps, int[] places, int goal) {
        Entry entry = new Entry(nextId++, steps, places, goal);
        byId.put(entry.id, entry);
        return entry;
    }

    /** A goal that was reached needs no nearest sequence. */
    void forget(int goal) {
        nearest.removeIf(e -> {
            if (e.goal == goal) {
                byId.remove(e.id);
            }
            return e.goal == goal;
        });
    }
}
