package thymus.harness.system;

import java.util.ArrayList;
import java.util.List;

/** Which steps of a sequence are one transaction. */
public final class Entries {
    private Entries() {}

    /** The steps with every one that goes on with a transaction it cannot belong to beginning one of its own. */
    public static List<Step> regrouped(List<Step> steps) {
        if (steps.stream().noneMatch(Step::sameTransaction)) {
            return steps;
        }
        List<Step> regrouped = new ArrayList<>();
        for (Step step : steps) {
            boolean lost = step.sameTransaction()
                    && (regrouped.isEmpty() || !step.canContinue(regrouped.getLast()));
            regrouped.add(lost ? step.entered(Entry.BY_CONTRACT) : step);
        }
        return regrouped;
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
