package thymus.fuzz.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.fuzz.random.SplitRandom;
import thymus.system.execution.Step;

/** Plans a sequence as a mutation of one from the corpus. */
public final class Mutator {
    private static final int MOST_CHANGES = 4;
    private static final int MOST_APPENDED = 4;

    private final SplitRandom random;
    private final int longest;

    public Mutator(SplitRandom random, int longest) {
        this.random = random;
        this.longest = longest;
    }

    /** The sequence, continued differently than before. */
    public List<StepTemplate> extend(List<Step> steps) {
        List<StepTemplate> plan = new ArrayList<>();
        steps.forEach(s -> plan.add(new StepTemplate.Exact(s)));
        for (int more = 1 + random.below(MOST_APPENDED); more > 0; more--) {
            plan.add(new StepTemplate.Any());
        }
        return plan.subList(0, Math.min(longest, plan.size()));
    }

    /** @param other a sequence to splice in; may be empty */
    public List<StepTemplate> vary(List<Step> steps, List<Step> other) {
        List<StepTemplate> plan = new ArrayList<>();
        steps.forEach(s -> plan.add(new StepTemplate.Exact(s)));
        for (int changes = 1 + random.below(MOST_CHANGES); changes > 0; changes--) {
            change(plan, other);
        }
        if (random.chance(1, 2)) {
            for (int more = 1 + random.below(MOST_APPENDED); more > 0; more--) {
                plan.add(appended(steps));
            }
        }
        if (plan.isEmpty()) {
            plan.add(new StepTemplate.Fresh());
        }
        return plan.subList(0, Math.min(longest, plan.size()));
    }

    private static List<StepTemplate> exactly(List<Step> steps) {
        return steps.stream().<StepTemplate>map(StepTemplate.Exact::new).toList();
    }

    private StepTemplate appended(List<Step> steps) {
        return steps.isEmpty() || random.chance(1, 2)
                ? new StepTemplate.Fresh()
                : new StepTemplate.Again(random.pick(steps));
    }

    private void change(List<StepTemplate> plan, List<Step> other) {
        int size = plan.size();
        int at = size == 0 ? 0 : random.below(size);
        switch (random.below(size == 0 ? 1 : 13)) {
            case 0 -> plan.add(size == 0 ? 0 : random.below(size + 1), new StepTemplate.Fresh());
            case 1 -> plan.remove(at);
            case 2 -> plan.add(random.below(size + 1), plan.get(at));
            case 3 -> plan.add(random.below(size), plan.remove(at));
            case 4 -> splice(plan, at, other);
            case 12 -> plan.addAll(random.below(size + 1), end(other));
            case 5, 6 -> redraw(plan.get(at), StepTemplate.Retimed::new).ifPresent(s -> plan.set(at, s));
            case 7, 8 ->
                redraw(plan.get(at), StepTemplate.Again::new)
                        .ifPresent(s -> plan.add(random.below(size - at) + at + 1, s));
            default -> redraw(plan.get(at), StepTemplate.Near::new).ifPresent(s -> plan.set(at, s));
        }
    }

    private static Optional<StepTemplate> redraw(StepTemplate slot, Function<Step, StepTemplate> how) {
        return switch (slot) {
            case StepTemplate.Exact exact -> Optional.of(how.apply(exact.step()));
            case StepTemplate.Near near -> Optional.of(how.apply(near.step()));
            case StepTemplate.Retimed retimed -> Optional.of(how.apply(retimed.step()));
            case StepTemplate.Again again -> Optional.of(how.apply(again.step()));
            case StepTemplate.Any ignored -> Optional.empty();
            case StepTemplate.Scripted ignored -> Optional.empty();
            case StepTemplate.Fresh ignored -> Optional.empty();
        };
    }

    /** Replaces the rest of the plan with the end of the other sequence. */
    private void splice(List<StepTemplate> plan, int at, List<Step> other) {
        if (other.isEmpty()) {
            return;
        }
        plan.subList(at, plan.size()).clear();
        plan.addAll(end(other));
    }

    private List<StepTemplate> end(List<Step> steps) {
        return steps.isEmpty() ? List.of() : exactly(steps.subList(random.below(steps.size()), steps.size()));
    }
}
