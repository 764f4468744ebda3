package thymus.fuzz.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.generate.StepSource;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.generate.Universe;
import thymus.spec.monitor.Judgement;
import thymus.system.execution.Step;

/** Runs one planned sequence on one subject. For one thread. */
final class SequenceRunner {
    private final MonitoredSystem subject;
    private final Universe universe;
    private final StepIndex place;
    private final boolean[] afterEach;
    private final RecentValues recent = new RecentValues();

    /** @param afterEach for each property, whether it is judged after every transaction or only at the end */
    SequenceRunner(MonitoredSystem subject, Universe universe, boolean[] afterEach) {
        this.afterEach = afterEach;
        this.subject = subject;
        this.universe = universe;
        this.place = new StepIndex(universe);
    }

    /** Runs the plan. If the time expires, the result covers the steps executed so far. */
    SequenceResult run(SequencePlan plan, CampaignSnapshot knowledge, BooleanSupplier expired) {
        recent.clear();
        subject.begin();
        StepSource source = new StepSource(
                plan.random(), universe, knowledge.chances(), knowledge.dictionary(), subject, recent, plan.scrutiny());
        SequenceRun run = new SequenceRun(subject, place, knowledge, afterEach, plan, recent, source);
        for (StepTemplate slot : plan.slots()) {
            if (expired.getAsBoolean() || !run.hasNext() || !run.step(slot)) {
                break;
            }
        }
        return run.result(event -> first(event, run.steps()));
    }

    /** A violation seen at the end may have begun earlier. Finds the first step at which the property is violated. */
    private SequenceResult.Event first(SequenceResult.Event seen, List<Step> steps) {
        int property = seen.property();
        if (afterEach[property] || seen.step() < 0) {
            return seen;
        }
        subject.begin();
        subject.start(property);
        for (int i = 0; i < seen.step(); i++) {
            subject.execute(steps.get(i));
            switch (subject.judge(property)) {
                case Judgement.Violated v -> {
                    return new SequenceResult.Event(property, i, true, v.explanation());
                }
                case Judgement.Failed f -> {
                    return new SequenceResult.Event(property, i, false, f.reason());
                }
                case Judgement.Held _, Judgement.NotTriggered _, Judgement.Undecided _ -> {}
            }
        }
        return seen;
    }
}
