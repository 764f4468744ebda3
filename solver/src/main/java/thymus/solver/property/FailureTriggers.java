package thymus.solver.property;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.Specification;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Walk;

/**
 * What a specification says of steps that fail.
 *
 * @param attempted contracts of whose calls a rule speaks even if they fail
 * @param never failures that no step may end with
 */
record FailureTriggers(Set<String> attempted, List<Trigger.Called> never) {
    static FailureTriggers of(Specification specification) {
        Set<String> attempted = new LinkedHashSet<>();
        for (Property property : specification.properties()) {
            if (property instanceof Property.Rule rule && rule.trigger() instanceof Trigger.TriedCall tried) {
                attempted.add(tried.contract());
            }
            property.expressions().stream()
                    .flatMap(Walk::all)
                    .filter(Expr.Matched.class::isInstance)
                    .flatMap(e -> ((Expr.Matched) e).triggers().stream())
                    .filter(Trigger.TriedCall.class::isInstance)
                    .forEach(tried -> attempted.add(((Trigger.TriedCall) tried).contract()));
        }
        List<Trigger.Called> never = specification.properties().stream()
                .filter(Property.Rule.class::isInstance)
                .map(property -> ((Property.Rule) property).trigger())
                .filter(Trigger.Called.class::isInstance)
                .map(Trigger.Called.class::cast)
                .toList();
        return new FailureTriggers(attempted, never);
    }

    /** Whether a rule may speak of this failure. What was not read of it may be anything. */
    boolean mayMatch(String instance, PathOutcome outcome, Terms terms) {
        Simplifier simplifier = new Simplifier(terms, outcome.facts());
        return never.stream()
                .filter(called ->
                        called.targets().stream().anyMatch(t -> t.contract().equals(instance)))
                .anyMatch(called ->
                        StepMatches.mayBe(outcome.failure().orElseThrow(), called, simplifier, terms) != terms.no);
    }
}
