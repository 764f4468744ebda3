package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;

/**
 * Judges each offence, each call of an account that is isolated, and each step of another account right after an
 * offence, which is also made in the run without the offence.
 */
final class IsolationMonitor implements Monitor {
    private final Property.Isolation property;
    private final Expr nobody;
    private final List<Trigger> succeeding;
    private final List<Trigger> attempted;
    /** The accounts of which each settled transaction was an offence. */
    private final List<List<BigInteger>> offences = new ArrayList<>();

    IsolationMonitor(Property.Isolation property) {
        this.property = property;
        Expr innocent = new Expr.Unary(UnaryOperator.NOT, property.when(), property.span());
        nobody = new Expr.ForAll(property.offender(), List.of(), innocent, property.span());
        succeeding = property.guards().stream()
                .map(g -> (Trigger) new Trigger.SuccessfulCall(
                        g.contract(), g.function(), List.of(), List.of(), Optional.empty(), property.span()))
                .toList();
        attempted = property.guards().stream()
                .map(g -> (Trigger) new Trigger.TriedCall(
                        g.contract(),
                        g.function(),
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        property.span()))
                .toList();
    }

    @Override
    public Property property() {
        return property;
    }

    @Override
    public Judgement start(Scope<BigInteger, Boolean> initial) {
        offences.clear();
        return new Judgement.NotTriggered();
    }

    @Override
    public Judgement settle(Transition<BigInteger, Boolean> transition) {
        List<BigInteger> before = offences.isEmpty() ? List.of() : offences.getLast();
        List<BigInteger> now = new ArrayList<>();
        Judgement judgement;
        try {
            judgement = judge(transition, before, now);
        } catch (UnknownValue e) {
            judgement = new Judgement.Undecided(e.getMessage());
        } catch (UndefinedValue e) {
            judgement = new Judgement.Failed(e.getMessage());
        }
        offences.add(List.copyOf(now));
        return judgement;
    }

    @Override
    public void note(Transition<BigInteger, Boolean> transition) {
        try {
            offences.add(transition.mayChangeState() ? offenders(transition.after()) : List.of());
        } catch (UndefinedValue e) {
            offences.add(List.of());
        }
    }

    @Override
    public int snapshot() {
        return offences.size();
    }

    @Override
    public void rollback(int snapshot) {
        offences.subList(snapshot, offences.size()).clear();
    }

    /** @param now where the offenders of this step are put */
    private Judgement judge(Transition<BigInteger, Boolean> transition, List<BigInteger> before, List<BigInteger> now) {
        Scope<BigInteger, Boolean> after = transition.after();
        // A step that fails is no offence, and tells nothing of how near one is.
        Optional<Measure> calm =
                transition.mayChangeState() ? Optional.of(Measure.of(nobody, after)) : Optional.empty();
        int times = 0;
        if (calm.isPresent() && !calm.get().truth()) {
            now.addAll(offenders(after));
        }
        Optional<String> escaped = escaped(transition);
        if (escaped.isPresent()) {
            return new Judgement.Violated(escaped.get());
        }
        if (before.stream().anyMatch(offender -> !offender.equals(sender(after))) && isGuarded(transition)) {
            times++;
            for (BigInteger offender : before) {
                Optional<String> difference = offender.equals(sender(after))
                        ? Optional.empty()
                        : transition.differsWithoutLast(property.marks(), bound(after, offender));
                if (difference.isPresent()) {
                    return new Judgement.Violated(show(offender) + " offended in the step before this one, and this "
                            + "step of " + show(sender(after)) + " comes out otherwise than without that one: "
                            + difference.get());
                }
            }
        }
        for (BigInteger offender : now) {
            times++;
            Optional<String> effect = transition.effect(property.marks(), bound(after, offender));
            if (effect.isPresent()) {
                return new Judgement.Violated(
                        "the offence of " + show(offender) + " leaves more than its marks: " + effect.get());
            }
        }
        return new Judgement.Held(times, times > 0 ? Optional.empty() : calm.flatMap(Measure::distance));
    }

    /** A guarded call that succeeded although its sender was isolated. */
    private Optional<String> escaped(Transition<BigInteger, Boolean> transition) {
        for (int i = 0; i < succeeding.size(); i++) {
            if (!transition.matches(succeeding.get(i)).isEmpty()) {
                Scope<BigInteger, Boolean> earlier = transition.after().previous();
                BigInteger sender = sender(transition.after());
                if (isIsolated(sender, earlier)) {
                    return Optional.of(Printer.print(property.when()) + " was true, where "
                            + property.offender().name() + " = " + show(sender) + ", and "
                            + property.guards().get(i).text() + " of that account succeeded");
                }
            }
        }
        return Optional.empty();
    }

    private boolean isGuarded(Transition<BigInteger, Boolean> transition) {
        return attempted.stream()
                .anyMatch(trigger -> !transition.matches(trigger).isEmpty());
    }

    /** The accounts of which the step that led to this state is an offence. */
    private List<BigInteger> offenders(Scope<BigInteger, Boolean> after) {
        List<BigInteger> found = new ArrayList<>();
        Scope<BigInteger, Boolean> earlier = after.previous();
        after.forAll((Expr.ForAll) nobody, account -> {
            if (isIsolated(account, after) && !isIsolated(account, earlier)) {
                found.add(account);
            }
            return true;
        });
        return List.copyOf(found);
    }

    private boolean isIsolated(BigInteger account, Scope<BigInteger, Boolean> state) {
        return Evaluator.truth(property.when(), bound(state, account));
    }

    private Scope<BigInteger, Boolean> bound(Scope<BigInteger, Boolean> state, BigInteger offender) {
        return state.bind(property.offender(), offender);
    }

    private static BigInteger sender(Scope<BigInteger, Boolean> scope) {
        return scope.context(Expr.Context.Field.SENDER);
    }

    private static String show(BigInteger account) {
        return Explanation.show(account, Type.ADDRESS);
    }
}
