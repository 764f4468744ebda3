package thymus.spec.monitor;

import java.math.BigInteger;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/** Judges each match of the trigger. */
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
            Kleene counts = trigger.where().map(w -> certainty(w, scope)).orElse(Kleene.TRUE);
            boolean further = switch (counts) {
                case FALSE -> true;
                case UNKNOWN -> tally.add(undecided());
                case TRUE -> tally.add(placed(judge(scope), scope));
            };
            if (!further) {
                break;
            }
        }
        return tally.judgement();
    }

    /** A step has several moments, and a reader wants to know which of them it is. */
    private static Judgement placed(Judgement judgement, WindowScope scope) {
        return judgement instanceof Judgement.Violated violated
                        && scope.moment().isPresent()
                ? new Judgement.Violated(
                        violated.explanation() + ", " + scope.moment().get())
                : judgement;
    }
}
