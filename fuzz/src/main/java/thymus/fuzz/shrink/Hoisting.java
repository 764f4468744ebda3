package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import thymus.system.execution.Entry;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;

/** Makes a call in a callback into a step of its own, where that does as well: before the step, or after it. */
final class Hoisting {
    /** Longer sequences have more to gain from their other ends. */
    private static final int MOST_STEPS = 16;

    private Hoisting() {}

    static void run(Attempts attempts) {
        boolean hoisted = true;
        while (hoisted && attempts.best().size() <= MOST_STEPS && !attempts.exhausted()) {
            hoisted = once(attempts);
        }
    }

    private static boolean once(Attempts attempts) {
        List<Step> steps = attempts.best();
        for (int i = 0; i < steps.size(); i++) {
            int calls = NestedCalls.of(steps.get(i)).size();
            for (int call = 0; call < calls; call++) {
                if (attempts.attempt(hoisted(steps, i, call, 0)) || attempts.attempt(hoisted(steps, i, call, 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param behind 0 to put it before the step, 1 behind it */
    private static List<Step> hoisted(List<Step> steps, int index, int call, int behind) {
        Step step = steps.get(index);
        NestedCall nested = NestedCalls.of(step).get(call);
        String account = NestedCalls.account(step, call);
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, NestedCalls.without(step, call));
        Step own = new Step(account, nested.target(), nested.call(), nested.value(), 0, 0, Entry.BY_CONTRACT);
        changed.add(index + behind, own);
        return changed;
    }
}
