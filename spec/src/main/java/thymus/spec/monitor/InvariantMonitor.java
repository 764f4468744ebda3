package thymus.spec.monitor;

import java.math.BigInteger;
import thymus.spec.tree.Property;

/** Judges every settled state. */
final class InvariantMonitor extends StateMonitor {
    InvariantMonitor(Property.Invariant invariant) {
        super(invariant);
    }

    @Override
    Judgement judgeInitial(WindowScope initial) {
        return judge(initial);
    }

    @Override
    Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences) {
        return judge(scope(transition.after()));
    }
}
