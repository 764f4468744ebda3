package thymus.system.execution;

import java.util.ArrayList;
import java.util.List;

/** Which steps of a sequence are one transaction. */
public final class Entries {
    private Entries() {}

    /** The steps with every one that goes on with a transaction it cannot belong to beginning one of its own. */
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

    /** Whether every step can be in the transaction that it is said to be in. */
    public static boolean areWhole(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).sameTransaction() && (i == 0 || !steps.get(i).canContinue(steps.get(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    /** How many transactions they are. */
    public static long transactions(List<Step> steps) {
        return steps.stream().filter(step -> !step.sameTransaction()).count();
    }

    /** Whether a transaction ends with the step. */
    public static boolean isLast(List<Step> steps, int index) {
        return index == steps.size() - 1 || !steps.get(index + 1).sameTransaction();
    }
}
