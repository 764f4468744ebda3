package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import thymus.evm.HarnessException;
import thymus.fuzz.generate.RecentValues;
import thymus.fuzz.generate.StepSource;
import thymus.fuzz.generate.StepTemplate;
import thymus.fuzz.shrink.Steps;
import thymus.system.execution.ImpossibleTransactionException;
import thymus.system.execution.Step;

/** One planned sequence while it runs. */
final class SequenceRun {
    private static final int MOST_VALUES = 16;

    private final MonitoredSystem subject;
    private final StepIndex place;
    private final CampaignSnapshot knowledge;
    private final boolean[] afterEach;
    private final SequencePlan plan;
    private final RunJudgements tally;
    private final RecentValues recent;
    private final BranchDistances frontier;
    private final StepSource source;
    private final List<Step> steps;
    private final List<SequenceResult.Call> calls;
    private final Set<BigInteger> values = new LinkedHashSet<>();
    private int interesting;
    /** How many of the plan's have had their turn. */
    private int slots;

    private Optional<String> stop = Optional.empty();

    /**
     * @param subject after setup
     * @param source of this sequence's steps
     */
    SequenceRun(
            MonitoredSystem subject,
            StepIndex place,
            CampaignSnapshot knowledge,
            boolean[] afterEach,
            SequencePlan plan,
            RecentValues recent,
            StepSource source) {
        this.subject = subject;
        this.place = place;
        this.knowledge = knowledge;
        this.afterEach = afterEach;
        this.plan = plan;
        this.recent = recent;
        this.source = source;
        this.frontier = subject.frontier(plan.closely());
        tally = new RunJudgements(afterEach.length);
        steps = new ArrayList<>(plan.slots().size());
        calls = new ArrayList<>(plan.slots().size());
        for (int p = 0; p < afterEach.length; p++) {
            if (knowledge.watched()[p]) {
                tally.note(p, -1, subject.start(p));
            }
        }
    }

    /** Whether time goes on. */
    boolean hasNext() {
        boolean goesOn = source.hasNext();
        if (!goesOn && steps.isEmpty()) {
            stop = Optional.of("no transaction fits into the time that the specification leaves after setup");
        }
        return goesOn;
    }

    /** @return whether the sequence can go on */
    boolean step(StepTemplate slot) {
        plan.random().nextStep();
        Step step = source.draw(slot);
        slots++;
        frontier.step(steps.size() + 1);
        return run(step, subject.features().count());
    }

    /** @param covered how many features the sequence had before the step */
    private boolean run(Step step, int covered) {
        boolean ok;
        try {
            ok = subject.execute(step);
        } catch (ImpossibleTransactionException e) {
            // Who cannot pay sends without ether; what no block contains even so is no step.
            return step.value().signum() == 0 || run(Steps.paying(step, BigInteger.ZERO), covered);
        } catch (HarnessException e) {
            stop = Optional.of(e.getMessage());
            return false;
        }
        recent.settle(subject.now());
        steps.add(step);
        int callable = place.callable(step);
        calls.add(new SequenceResult.Call(
                callable,
                place.sender(step.sender()),
                ok,
                subject.reached(),
                subject.survived(),
                subject.asked(),
                !ok && knowledge.isAsked(plan.number(), callable) ? subject.failure() : Optional.empty()));
        judge();
        subject.drain(recent);
        if (subject.features().count() > covered) {
            learn(covered);
        }
        return true;
    }

    private void judge() {
        boolean last = slots == plan.slots().size() || !source.hasNext();
        for (int p = 0; p < afterEach.length; p++) {
            if (tally.open(p) && knowledge.watched()[p]) {
                if (afterEach[p] || last) {
                    tally.note(p, steps.size() - 1, subject.judge(p));
                } else {
                    subject.note(p);
                }
            }
        }
    }

    /** @param covered how many features the sequence had before its last step */
    private void learn(int covered) {
        if (!knowledge.covered().hasAll(subject.features().since(covered))) {
            interesting = steps.size();
            values.addAll(recent.all());
        }
    }

    List<Step> steps() {
        return steps;
    }

    /** @param traced finds where an event began; may use the subject, of which nothing is asked any more */
    SequenceResult result(UnaryOperator<SequenceResult.Event> traced) {
        int[] places = subject.features().since(0);
        List<BranchDistances.Approach> approaches = frontier.approaches();
        return new SequenceResult(
                plan.number(),
                plan.parent(),
                List.copyOf(steps),
                List.copyOf(calls),
                places,
                interesting,
                tally.events.stream().map(traced).toList(),
                tally.watches(),
                approaches,
                values.stream().limit(MOST_VALUES).toList(),
                stop);
    }
}
