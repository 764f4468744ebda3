package thymus.system.execution;

import java.util.ArrayList;
import java.util.List;

/** The grouping of steps into transactions. */
public final class Entries {
    private Entries() {}

    /** Returns the steps, where each one that cannot continue its transaction begins a new one. */
    public static List<Step> regrouped(List<Step> steps) {
        if (areWhole(steps)) {
            return steps;
        }
        List<Step> regrouped = new ArrayList<>();
        for (Step step : steps) {
            boolean lost = step.sameTransaction() && (regrouped.isEmpty() || !step.canContinue(regrouped.getLast()));
            regrouped.add(lost ? step.entered(Entry.BY_CONTRACT) : step);
        }
        return regrouped;
    }

    /** Returns whether every step can be in its transaction. */
    public static boolean areWhole(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).sameTransaction() && (i == 0 || !steps.get(i).canContinue(steps.get(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    /** The number of transactions. */
    public static long transactions(List<Step> steps) {
        return steps.stream().filter(step -> !step.sameTransaction()).count();
    }

    /** Returns whether the step is the last one of its transaction. */
    public static boolean isLast(List<Step> steps, int index) {
        return index == steps.size() - 1 || !steps.get(index + 1).sameTransaction();
    }
}
