package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import thymus.system.execution.Step;

/** Removes steps: first blocks (Zeller and Hildebrandt's ddmin, 2002), then single steps until none can be removed. */
final class Removal {
    private Removal() {}

    static void run(Attempts attempts) {
        Repetition.run(attempts);
        blocks(attempts);
        oneByOne(attempts);
    }

    private static void blocks(Attempts attempts) {
        for (int size = Runs.of(attempts.best()).size() / 2; size > 1; size /= 2) {
            // Starts at the end: late steps of a long sequence are more often irrelevant than those that set up the
            // state.
            int at = Runs.of(attempts.best()).size() - size;
            while (at >= 0 && !attempts.exhausted()) {
                List<Runs> runs = Runs.of(attempts.best());
                remove(
                        attempts,
                        runs.get(at).from(),
                        runs.get(Math.min(at + size, runs.size()) - 1).to());
                at = Math.min(at, Runs.of(attempts.best()).size()) - size;
            }
        }
    }

    static void oneByOne(Attempts attempts) {
        boolean removed = true;
        while (removed && !attempts.exhausted()) {
            removed = false;
            boolean[] ends = Runs.ends(attempts.best());
            for (int i = attempts.best().size() - 1; i >= 0; i--) {
                if (i < attempts.best().size() && attempts.best().size() > 1 && ends[i] && remove(attempts, i, i + 1)) {
                    removed = true;
                    ends = Runs.ends(attempts.best());
                }
            }
        }
    }

    private static boolean remove(Attempts attempts, int from, int to) {
        List<Step> steps = attempts.best();
        return attempts.attempt(without(steps, from, to, false)) || attempts.attempt(without(steps, from, to, true));
    }

    /** @param keepTime whether the time of the removed steps is added to the next step */
    static List<Step> without(List<Step> steps, int from, int to, boolean keepTime) {
        List<Step> kept = new ArrayList<>(steps.subList(0, from));
        List<Step> rest = steps.subList(to, steps.size());
        if (keepTime && !rest.isEmpty()) {
            long seconds = 0;
            long blocks = 0;
            for (Step removed : steps.subList(from, to)) {
                seconds = Steps.saturatedSum(seconds, removed.seconds());
                blocks = Steps.saturatedSum(blocks, removed.blocks());
            }
            kept.add(Steps.later(rest.getFirst(), seconds, blocks));
            rest = rest.subList(1, rest.size());
        }
        kept.addAll(rest);
        return kept;
    }
}
