package thymus.fuzz.shrink;

import java.util.List;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;

/** Splits a transaction with several calls into several transactions if the property still breaks. */
final class Separation {
    private Separation() {}

    static void run(Attempts attempts) {
        if (attempts.best().stream().noneMatch(Step::sameTransaction)) {
            return;
        }
        List<Step> apart = attempts.best().stream().map(Separation::separate).toList();
        if (attempts.attemptInPlace(apart)) {
            return;
        }
        for (List<Integer> group : Runs.groups(attempts.best())) {
            if (attempts.best().get(group.getFirst()).sameTransaction()) {
                attempts.attemptInPlace(attempts.with(group, Separation::separate));
            }
        }
    }

    private static Step separate(Step step) {
        return step.sameTransaction() ? step.entered(Entry.BY_CONTRACT) : step;
    }
}
