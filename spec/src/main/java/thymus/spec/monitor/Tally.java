package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Combines several judgements of one transaction. A violation decides; otherwise the nearest of the decided ones
 * counts.
 */
final class Tally {
    private int times;
    private Optional<BigInteger> slack = Optional.empty();
    private Optional<Judgement> decided = Optional.empty();
    private Optional<Judgement> undecided = Optional.empty();

    /** @return whether further judgements can matter */
    boolean add(Judgement judgement) {
        if (judgement instanceof Judgement.Held held) {
            times += held.times();
            slack = slack.isPresent() && held.slack().isPresent()
                    ? Optional.of(slack.get().min(held.slack().get()))
                    : slack.or(held::slack);
            return true;
        }
        if (judgement instanceof Judgement.Undecided) {
            undecided = undecided.or(() -> Optional.of(judgement));
            return true;
        }
        decided = Optional.of(judgement);
        return false;
    }

    Judgement judgement() {
        return decided.orElseGet(
                () -> times > 0 ? new Judgement.Held(times, slack) : undecided.orElseGet(Judgement.NotTriggered::new));
    }
}
