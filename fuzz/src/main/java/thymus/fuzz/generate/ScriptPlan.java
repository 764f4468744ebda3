package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import thymus.fuzz.random.SplitRandom;

/** Lets scripts take the places of steps that would be drawn freely. Without scripts, no chance is used up. */
public final class ScriptPlan {
    private static final int SCRIPTED_IN = 2;

    private ScriptPlan() {}

    /** @param longest the length that the plan does not exceed for its scripts */
    public static List<StepTemplate> with(
            List<Script> scripts, List<StepTemplate> slots, int longest, SplitRandom random) {
        if (scripts.isEmpty()) {
            return slots;
        }
        double[] weights = scripts.stream().mapToDouble(Script::weight).toArray();
        List<StepTemplate> plan = new ArrayList<>();
        for (StepTemplate slot : slots) {
            boolean isFree = slot instanceof StepTemplate.Fresh || slot instanceof StepTemplate.Any;
            if (isFree && random.chance(1, SCRIPTED_IN)) {
                Script script = scripts.get(random.weighted(weights));
                for (int i = 0; i < script.calls().size(); i++) {
                    plan.add(new StepTemplate.Scripted(script, i));
                }
            } else {
                plan.add(slot);
            }
        }
        return plan.subList(0, Math.min(plan.size(), Math.max(longest, slots.size())));
    }
}
