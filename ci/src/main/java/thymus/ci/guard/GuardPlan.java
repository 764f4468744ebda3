package thymus.ci.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.spec.Specification;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;

/** What one guard does: which properties it enforces, where, and which it leaves out. */
final class GuardPlan {
    private final Parts parts;
    private final Hooks hooks;
    private final Snapshot snapshot = new Snapshot();
    /** Statements at the end of each guarded call. */
    private final List<String> checks = new ArrayList<>();

    private final Occurrences occurrences;
    private final List<Property> enforced = new ArrayList<>();
    private final List<UnenforcedProperty> leftOut = new ArrayList<>();

    private GuardPlan(Parts parts) {
        this.parts = parts;
        this.hooks = new Hooks(parts.guarded(), parts.names());
        this.occurrences = new Occurrences(parts, hooks);
    }

    /** Each property is first tried alone, so that nothing remains of one that cannot be enforced. */
    static GuardPlan of(Specification specification, String guarded, int buckets) {
        GuardPlan all = new GuardPlan(Parts.of(specification, guarded, buckets));
        for (Property property : specification.properties()) {
            try {
                GuardPlan alone = new GuardPlan(Parts.of(specification, guarded, buckets));
                alone.enforce(property);
                alone.occurrences.record();
                all.enforce(property);
                all.enforced.add(property);
            } catch (NotEnforceable why) {
                all.leftOut.add(UnenforcedProperty.of(property, why));
            }
        }
        all.occurrences.record();
        return all;
    }

    private void enforce(Property property) {
        switch (property) {
            case Property.Invariant p -> invariant(p);
            case Property.Rule p -> rule(p);
            case Property.Limit p -> new Limits(parts, hooks, occurrences, snapshot, checks).enforce(p);
            case Property.Isolation p -> throw new NotEnforceable(p.span(), "it compares two runs");
        }
    }

    private void invariant(Property.Invariant p) {
        switch (p.kind()) {
            case "invariant" -> {
                Value condition = new Translation(parts, p.name(), Map.of(), new ReadPlace.End(snapshot))
                        .condition(p.condition());
                checks.add(check(p.name(), condition));
            }
            case Property.Invariant.LEMMA -> throw new NotEnforceable(p.span(), "it is there for proofs");
            case "enabled" -> throw new NotEnforceable(p.span(), "it asks whether a call would succeed");
            case "respond" -> throw new NotEnforceable(p.span(), "it has a deadline, which passes without a call");
            case "envelope" -> throw new NotEnforceable(p.span(), "it asks which call led here, at any depth");
            case "maximize" -> throw new NotEnforceable(p.span(), "it is a search for the largest value");
            case "never_trips" -> throw new NotEnforceable(p.span(), "it is about benign traces");
            default -> throw new NotEnforceable(p.span(), "no guard knows what '" + p.kind() + "' asks for");
        }
    }

    private void rule(Property.Rule p) {
        switch (p.trigger()) {
            case Trigger.SuccessfulCall call -> {
                Hook hook = hooks.call(call);
                Expr condition = call.where()
                        .<Expr>map(where -> new Expr.Binary(BinaryOperator.IMPLIES, where, p.condition(), p.span()))
                        .orElse(p.condition());
                Value value = new Translation(
                                parts, p.name(), hook.bind(call.bindings()), new ReadPlace.End(hook.snapshot()))
                        .condition(condition);
                hook.checks().add(check(p.name(), value));
            }
            case Trigger.Emitted e ->
                throw new NotEnforceable(e.span(), "it is about an event, which is over before the step settles");
            case Trigger.TriedCall _, Trigger.Called _ ->
                throw new NotEnforceable(p.span(), "a call that fails leaves nothing on chain");
            case Trigger.EtherMoved _, Trigger.Entered _, Trigger.Departure _, Trigger.InnerCall _ ->
                throw new NotEnforceable(p.span(), "it asks what happened within the step, at any depth");
        }
    }

    /** Reverts where the condition is false. */
    static String check(String property, Value condition) {
        return "if (!(" + condition.text() + ")) revert Violated_" + property + "();\n";
    }

    Parts parts() {
        return parts;
    }

    Hooks hooks() {
        return hooks;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    List<String> checks() {
        return checks;
    }

    /** The flags that are set where a flow occurs. */
    Set<String> flags() {
        return occurrences.flags();
    }

    /** Whether calls have to be wrapped. Events alone can be noted anywhere. */
    boolean isWrapped() {
        return !checks.isEmpty() || !hooks.calls().isEmpty();
    }

    List<Property> enforced() {
        return enforced;
    }

    List<UnenforcedProperty> leftOut() {
        return leftOut;
    }
}
