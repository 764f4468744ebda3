package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import thymus.fuzz.random.SplitRandom;
import thymus.harness.system.Step;

/** Plans a sequence as a variation of an interesting one. */
public final class Mutator {
    private static final int MOST_CHANGES = 4;
    private static final int MOST_APPENDED = 4;

    private final SplitRandom random;
    private final int longest;

    public Mutator(SplitRandom random, int longest) {
        this.random = random;
        this.longest = longest;
    }

    /** @param other what may be spliced in; may be empty */
    public List<Slot> vary(List<Step> steps, List<Step> other) {
        List<Slot> plan = new ArrayList<>();
        steps.forEach(s -> plan.add(new Slot.Exact(s)));
        for (int changes = 1 + random.below(MOST_CHANGES); changes > 0; changes--) {
            change(plan, other);
        }
        if (random.chance(1, 2)) {
            for (int more = 1 + random.below(MOST_APPENDED); more > 0; more--) {
                plan.add(new Slot.Fresh());
            }
        }
        if (plan.isEmpty()) {
            plan.add(new Slot.Fresh());
        }
        return plan.subList(0, Math.min(longest, plan.size()));
    }

    private void change(List<Slot> plan, List<Step> other) {
        int size = plan.size();
        int at = size == 0 ? 0 : random.below(size);
        switch (random.below(size == 0 ? 1 : 10)) {
            case 0 -> plan.add(size == 0 ? 0 : random.below(size + 1), new Slot.Fresh());
            case 1 -> plan.remove(at);
            case 2 -> plan.add(random.below(size + 1), plan.get(at));
            case 3 -> plan.add(random.below(size), plan.remove(at));
            case 4 -> splice(plan, at, other);
            case 5, 6 -> redraw(plan, at, true);
            default -> redraw(plan, at, false);
        }
    }

    private static void redraw(List<Slot> plan, int at, boolean time) {
        switch (plan.get(at)) {
            case Slot.Exact exact -> plan.set(at, redrawn(exact.step(), time));
            case Slot.Near near -> plan.set(at, redrawn(near.step(), time));
            case Slot.Retimed retimed -> plan.set(at, redrawn(retimed.step(), time));
            case Slot.Fresh ignored -> {}
        }
    }

    private static Slot redrawn(Step step, boolean time) {
        return time ? new Slot.Retimed(step) : new Slot.Near(step);
    }

    /** The rest of the plan gives way to the end of the other sequence. */
    private void splice(List<Slot> plan, int at, List<Step> other) {
        if (other.isEmpty()) {
            return;
        }
        plan.subList(at, plan.size()).clear();
        for (Step step : other.subList(random.below(other.size()), other.size())) {
            plan.add(new Slot.Exact(step));
        }
    }
}
