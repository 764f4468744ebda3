package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.system.execution.Step;

/** Shortens repetitions by bisection: a property broken by the 101st call needs seven attempts. */
final class Repetition {
    private Repetition() {}

    static void run(Attempts attempts) {
        int done = 0;
        Optional<Runs> next = after(attempts, done);
        while (next.isPresent() && !attempts.exhausted()) {
            Runs run = next.get();
            List<Step> steps = attempts.best();
            int least = NumberSearch.least(
                            BigInteger.valueOf(run.count()),
                            BigInteger.ONE.negate(),
                            count -> attempts.attempt(with(steps, run, count.intValueExact())))
                    .intValueExact();
            done = run.from() + run.period() * least;
            next = after(attempts, done);
        }
    }

    private static Optional<Runs> after(Attempts attempts, int index) {
        return Runs.of(attempts.best()).stream()
                .filter(run -> run.isLong() && run.from() >= index)
                .findFirst();
    }

    private static List<Step> with(List<Step> steps, Runs run, int count) {
        List<Step> fewer = new ArrayList<>(steps.subList(0, run.from() + run.period() * count));
        fewer.addAll(steps.subList(run.to(), steps.size()));
        return fewer;
    }
}
