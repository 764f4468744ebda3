package thymus.fuzz.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import thymus.spec.monitor.Judgement;

/** The judgements of the monitors in one run. */
final class RunJudgements {
    final List<SequenceResult.Event> events = new ArrayList<>();
    private final boolean[] closed;
    private final long[] judged;
    private final int[] nearest;
    private final List<Optional<BigInteger>> slack;
    /** The judgement of each property that was noted last: an unchanged state mostly has the same one. */
    private final Judgement[] last;

    /** The first reason why each property's judgement was undecided. */
    private final List<Optional<String>> doubts;

    RunJudgements(int properties) {
        closed = new boolean[properties];
        judged = new long[properties];
        nearest = new int[properties];
        last = new Judgement[properties];
        slack = new ArrayList<>(Collections.nCopies(properties, Optional.empty()));
        doubts = new ArrayList<>(Collections.nCopies(properties, Optional.empty()));
    }

    boolean open(int property) {
        return !closed[property];
    }

    void note(int property, int step, Judgement judgement) {
        switch (judgement) {
            case Judgement.Held held -> {
                judged[property] += held.times();
                if (last[property] == held) {
                    return;
                }
                last[property] = held;
                Optional<BigInteger> best = slack.get(property);
                if (held.slack().isPresent()
                        && (best.isEmpty() || held.slack().get().compareTo(best.get()) < 0)) {
                    slack.set(property, held.slack());
                    nearest[property] = step + 1;
                }
            }
            case Judgement.Violated violated -> {
                judged[property]++;
                closed[property] = true;
                events.add(new SequenceResult.Event(property, step, true, violated.explanation()));
            }
            case Judgement.Failed failed -> {
                closed[property] = true;
                events.add(new SequenceResult.Event(property, step, false, failed.reason()));
            }
            case Judgement.Undecided undecided -> {
                if (doubts.get(property).isEmpty()) {
                    doubts.set(property, Optional.of(undecided.reason()));
                }
            }
            case Judgement.NotTriggered ignored -> {}
        }
    }

    List<SequenceResult.Watch> watches() {
        List<SequenceResult.Watch> all = new ArrayList<>();
        for (int p = 0; p < judged.length; p++) {
            if (judged[p] > 0 || slack.get(p).isPresent() || doubts.get(p).isPresent()) {
                all.add(new SequenceResult.Watch(p, judged[p], slack.get(p), nearest[p], doubts.get(p)));
            }
        }
        return all;
    }
}
