package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import thymus.system.execution.Step;

/**
 * A step, or a pair of steps, that stands many times in a row. What is tried on one of them is tried on all: taken one
 * at a time, a thousand equal steps would cost a thousand executions of a thousand steps for each idea.
 *
 * @param from index of its first step
 * @param period 2 for pairs
 * @param count how often it stands there; 1 for a step that is like any other
 */
record Runs(int from, int period, int count) {
    /** Fewer are as well looked at one by one. */
    private static final int LEAST = 8;

    int to() {
        return from + period * count;
    }

    boolean isLong() {
        return count > 1;
    }

    /** The whole sequence, cut into runs. */
    static List<Runs> of(List<Step> steps) {
        List<Runs> runs = new ArrayList<>();
        int at = 0;
        while (at < steps.size()) {
            Runs run = single(at);
            for (int period = 1; period <= 2 && !run.isLong(); period++) {
                int count = count(steps, at, period);
                run = count >= LEAST ? new Runs(at, period, count) : run;
            }
            runs.add(run);
            at = run.to();
        }
        return runs;
    }

    private static Runs single(int at) {
        return new Runs(at, 1, 1);
    }

    private static int count(List<Step> steps, int from, int period) {
        int at = from + period;
        while (at < steps.size() && steps.get(at).equals(steps.get(at - period))) {
            at++;
        }
        return (at - from) / period;
    }

    /** The indices of steps that are changed together. */
    static List<List<Integer>> groups(List<Step> steps) {
        List<List<Integer>> groups = new ArrayList<>();
        for (Runs run : of(steps)) {
            for (int phase = 0; phase < run.period(); phase++) {
                List<Integer> group = new ArrayList<>(run.count());
                for (int i = 0; i < run.count(); i++) {
                    group.add(run.from() + phase + i * run.period());
                }
                groups.add(group);
            }
        }
        return groups;
    }

    /** The places of values that are changed together. */
    static List<List<Site>> sites(List<Step> steps) {
        List<List<Site>> sites = new ArrayList<>();
        for (List<Integer> group : groups(steps)) {
            for (Site site : Site.in(List.of(steps.get(group.getFirst())))) {
                sites.add(group.stream()
                        .map(step -> new Site(step, site.call(), site.path(), site.type()))
                        .toList());
            }
        }
        return sites;
    }

    /** For each step, whether it is worth taking out alone: in a long run those at its two ends. */
    static boolean[] ends(List<Step> steps) {
        boolean[] ends = new boolean[steps.size()];
        for (Runs run : of(steps)) {
            for (int i = 0; i < run.period(); i++) {
                ends[run.to() - 1 - i] = true;
                ends[run.from() + i] |= run.period() > 1;
            }
        }
        return ends;
    }
}
