package thymus.spec.monitor;

import java.math.BigInteger;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/** Judges once for each match of the trigger. */
final class RuleMonitor extends StateMonitor {
    private final Trigger trigger;

    RuleMonitor(Property.Rule rule) {
        super(rule);
        this.trigger = rule.trigger();
    }

    @Override
    Judgement judgeInitial(WindowScope initial) {
        return new Judgement.NotTriggered();
    }

    @Override
    Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences) {
        Tally tally = new Tally();
        for (Scope<BigInteger, Boolean> match : transition.matches(trigger)) {
            WindowScope scope = scope(match);
            boolean counts = trigger.where().map(w -> Evaluator.truth(w, scope)).orElse(true);
            if (counts && !tally.add(judge(scope))) {
                break;
            }
        }
        return tally.judgement();
    }
}
