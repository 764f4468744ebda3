package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;

/** What all monitors share: the past of the flows, and what cannot be judged. */
abstract class StateMonitor implements Monitor {
    private final Property property;
    private final Histories histories;
    /** Why a truth value may depend on values that nobody looks at; empty if none does. */
    private final Optional<String> doubt;
    /** The number of settled transactions at which an amount did not exist, and why: from there sums are unknown. */
    private Optional<Lost> lost = Optional.empty();

    private record Lost(int settled, Judgement judgement) {}

    StateMonitor(Property property) {
        this.property = property;
        List<Expr> read = property.expressions();
        this.histories = new Histories(read);
        this.doubt = Enumeration.doubt(read).or(histories::possibleDoubt);
    }

    @Override
    public Property property() {
        return property;
    }

    @Override
    public final Judgement start(Scope<BigInteger, Boolean> initial) {
        histories.start(initial);
        lost = Optional.empty();
        try {
            return judgeInitial(scope(initial));
        } catch (UndefinedValue e) {
            return without(e);
        }
    }

    @Override
    public final Judgement settle(Transition<BigInteger, Boolean> transition) {
        try {
            int occurrences = histories.settle(transition);
            if (lost.isPresent()) {
                return lost.get().judgement();
            }
            return judged(transition, occurrences);
        } catch (UndefinedValue e) {
            lost = lost.or(() -> Optional.of(new Lost(histories.settled(), without(e))));
            return without(e);
        }
    }

    @Override
    public final void note(Transition<BigInteger, Boolean> transition) {
        try {
            histories.settle(transition);
        } catch (UndefinedValue e) {
            lost = lost.or(() -> Optional.of(new Lost(histories.settled(), without(e))));
        }
    }

    @Override
    public int snapshot() {
        return histories.settled();
    }

    @Override
    public void rollback(int snapshot) {
        histories.rollback(snapshot);
        lost = lost.filter(l -> l.settled() <= snapshot);
    }

    abstract Judgement judgeInitial(WindowScope initial);

    /** @param occurrences of the property's flows in this transaction */
    abstract Judgement judge(Transition<BigInteger, Boolean> transition, int occurrences);

    final WindowScope scope(Scope<BigInteger, Boolean> state) {
        return new WindowScope(state, histories, histories.settled());
    }

    final Histories histories() {
        return histories;
    }

    /** One judgement of the condition. */
    final Judgement judge(Scope<BigInteger, Boolean> scope) {
        Expr condition = property.condition();
        try {
            Measure measure = Measure.of(condition, scope);
            if (measure.truth()) {
                return new Judgement.Held(1, measure.distance());
            }
        } catch (UnknownValue e) {
            // What is not known may not matter: the other side of a conjunction may be false.
            return switch (Evaluator.truth(condition, new KleeneScope(scope))) {
                case TRUE -> new Judgement.Held(1, Optional.empty());
                case UNKNOWN -> without(e);
                case FALSE -> new Judgement.Violated(explained(condition, scope));
            };
        } catch (UndefinedValue e) {
            if (doubt.isEmpty()) {
                throw e;
            }
            // What does not exist may be what nobody has to read, if a forall is false after all.
            return switch (certainty(condition, scope)) {
                case TRUE -> new Judgement.Held(1, Optional.empty());
                case UNKNOWN -> undecided();
                case FALSE -> throw e;
            };
        }
        return doubt.isPresent() && certainty(condition, scope) != Kleene.FALSE
                ? undecided()
                : new Judgement.Violated(Explanation.of(condition, scope));
    }

    /** An explanation reads more than the truth value did, and some of that may not be known. */
    private static String explained(Expr condition, Scope<BigInteger, Boolean> scope) {
        try {
            return Explanation.of(condition, scope);
        } catch (UnknownValue e) {
            return Printer.print(condition) + " is false";
        }
    }

    /** The truth value, as far as it does not depend on values that nobody looks at. */
    final Kleene certainty(Expr expr, Scope<BigInteger, Boolean> scope) {
        return doubt.isEmpty()
                ? Kleene.of(Evaluator.truth(expr, scope))
                : Evaluator.truth(expr, new KleeneScope(scope));
    }

    /** It is not known whether the property has anything to say. */
    final Judgement undecided() {
        return new Judgement.Undecided(doubt.orElseThrow());
    }

    /** What the judgement alone lacks does not make the past unknown. */
    private Judgement judged(Transition<BigInteger, Boolean> transition, int occurrences) {
        try {
            return judge(transition, occurrences);
        } catch (UndefinedValue e) {
            return without(e);
        }
    }

    private Judgement without(UndefinedValue value) {
        return switch (value) {
            case QuantifierBudget.Exhausted e ->
                new Judgement.Undecided(
                        "the property " + property.name() + " was judged in part only: " + e.getMessage());
            case UnknownValue e -> new Judgement.Undecided(e.getMessage());
            default -> new Judgement.Failed(value.getMessage());
        };
    }
}
