package thymus.spec.monitor;

import java.math.BigInteger;
import thymus.spec.tree.Property;

/** Judges every settled state. */
final class InvariantMonitor extends StateMonitor {
    private final LastJudgement last;

    InvariantMonitor(Property.Invariant invariant) {
        super(invariant);
        last = new LastJudgement(invariant.condition());
    }

    @Override
    Judgement judgeInitial(WindowScope initial) {
        return last.judge(initial, () -> judge(initial));
    }

    @Override
    Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences) {
        WindowScope after = scope(transition.after());
        return last.judge(after, () -> judge(after));
    }
}
