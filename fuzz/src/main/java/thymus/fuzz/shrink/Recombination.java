package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import thymus.system.execution.Step;

/**
 * Recombines the sequence's own steps in every order, one, two and three at a time. Removal alone may stop at a
 * sequence that is minimal although a shorter arrangement of the same calls also fails.
 */
final class Recombination {
    private static final int MOST_STEPS_FOR_TRIPLES = 8;
    private static final int MOST_STEPS_FOR_PAIRS = 24;

    private Recombination() {}

    static void run(Attempts attempts) {
        List<Step> steps = attempts.best();
        int length = steps.size();
        if (length > MOST_STEPS_FOR_PAIRS) {
            return;
        }
        for (int size = 1; size < Math.min(length, length <= MOST_STEPS_FOR_TRIPLES ? 4 : 3); size++) {
            if (arrange(attempts, steps, new ArrayList<>(), size)) {
                Removal.run(attempts);
                return;
            }
        }
    }

    private static boolean arrange(Attempts attempts, List<Step> steps, List<Integer> chosen, int size) {
        if (attempts.exhausted()) {
            return false;
        }
        if (chosen.size() == size) {
            return attempts.attempt(chosen.stream().map(steps::get).toList())
                    || attempts.attempt(withElapsedTime(steps, chosen));
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!chosen.contains(i)) {
                chosen.add(i);
                if (arrange(attempts, steps, chosen, size)) {
                    return true;
                }
                chosen.removeLast();
            }
        }
        return false;
    }

    /** Keeps each step's original time as far as the new order allows. */
    private static List<Step> withElapsedTime(List<Step> steps, List<Integer> chosen) {
        List<Step> arranged = new ArrayList<>();
        int next = 0;
        for (int index : chosen) {
            long seconds = 0;
            long blocks = 0;
            for (int i = Math.min(next, index); i < index; i++) {
                seconds = Steps.saturatedSum(seconds, steps.get(i).seconds());
                blocks = Steps.saturatedSum(blocks, steps.get(i).blocks());
            }
            arranged.add(Steps.later(steps.get(index), seconds, blocks));
            next = Math.max(next, index + 1);
        }
        return arranged;
    }
}
