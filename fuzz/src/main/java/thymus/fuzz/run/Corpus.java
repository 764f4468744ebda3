package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.List;
import thymus.fuzz.random.SplitRandom;
import thymus.harness.system.Step;

/** Sequences that reached something new, and for each property the one that came nearest to breaking it. */
final class Corpus {
    private static final int MOST_ENTRIES = 400;
    private static final double NEAREST_ENERGY = 4;
    private static final double MOST_ENERGY = 16;

    private final List<Entry> entries = new ArrayList<>();
    private int nextId;

    private static final class Entry {
        final int id;
        final List<Step> steps;
        final double energy;
        /** The property that it came nearest to breaking, or -1. */
        final int property;
        int chosen;

        Entry(int id, List<Step> steps, double energy, int property) {
            this.id = id;
            this.steps = steps;
            this.energy = energy;
            this.property = property;
        }

        /** Novelty wears off with use. */
        double weight() {
            return energy / (1 + chosen);
        }
    }

    record Choice(int id, List<Step> steps) {}

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    Choice choose(SplitRandom random) {
        double[] weights = new double[entries.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = entries.get(i).weight();
        }
        Entry entry = entries.get(random.weighted(weights));
        return new Choice(entry.id, entry.steps);
    }

    /** One of the sequences that came nearest to breaking a property; any, if there is none. */
    Choice chooseNearest(SplitRandom random) {
        List<Entry> nearest = entries.stream().filter(e -> e.property >= 0).toList();
        if (nearest.isEmpty()) {
            return choose(random);
        }
        Entry entry = random.pick(nearest);
        return new Choice(entry.id, entry.steps);
    }

    void used(int id) {
        for (Entry entry : entries) {
            if (entry.id == id) {
                entry.chosen++;
            }
        }
    }

    /** @param news how many features nobody had reached before */
    void addNovel(List<Step> steps, int news) {
        add(new Entry(nextId++, List.copyOf(steps), Math.min(MOST_ENERGY, 1 + news), -1));
    }

    void addNearest(List<Step> steps, int property) {
        forget(property);
        add(new Entry(nextId++, List.copyOf(steps), NEAREST_ENERGY, property));
    }

    /** A property that is broken needs no nearest sequence. */
    void forget(int property) {
        entries.removeIf(e -> e.property == property);
    }

    private void add(Entry entry) {
        entries.add(entry);
        if (entries.size() > MOST_ENTRIES) {
            Entry least = entries.getFirst();
            for (Entry other : entries) {
                if (other.weight() < least.weight()) {
                    least = other;
                }
            }
            entries.remove(least);
        }
    }
}
