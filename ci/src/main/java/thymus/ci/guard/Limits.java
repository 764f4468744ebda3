package thymus.ci.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Property;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** Limits: judged where a flow occurs if the bound is a constant, and else at the end of the step. */
final class Limits {
    private final Parts parts;
    private final Hooks hooks;
    private final Occurrences occurrences;
    private final Snapshot snapshot;
    private final List<String> checks;

    Limits(Parts parts, Hooks hooks, Occurrences occurrences, Snapshot snapshot, List<String> checks) {
        this.parts = parts;
        this.hooks = hooks;
        this.occurrences = occurrences;
        this.snapshot = snapshot;
        this.checks = checks;
    }

    void enforce(Property.Limit limit) {
        Expr body = limit.condition();
        Optional<Variable> key = Optional.empty();
        if (body instanceof Expr.ForAll all && all.domain().isEmpty()) {
            key = Optional.of(all.variable());
            body = all.body();
        }
        List<Expr.Windowed> windows = Walk.all(body)
                .filter(Expr.Windowed.class::isInstance)
                .map(Expr.Windowed.class::cast)
                .toList();
        if (key.isPresent()) {
            requireKey(windows, key.get(), body);
        }
        if (isSettled(body)) {
            atEachOccurrence(limit.name(), body, windows, key);
        } else {
            atTheEnd(limit.name(), body, windows);
        }
    }

    /** Only the key that a flow carries can come nearer to a constant bound. */
    private static void requireKey(List<Expr.Windowed> windows, Variable key, Expr body) {
        boolean own = windows.stream()
                .allMatch(w -> w.key()
                        .filter(k -> k instanceof Expr.Local local
                                && local.variable().equals(key))
                        .isPresent());
        if (!own || !isSettled(body)) {
            throw new NotEnforceable(
                    body.span(),
                    "it is about all values of '" + key.name()
                            + "', and more of it can change than what the flow carries for" + " one");
        }
    }

    /** Whether nothing in it depends on the state, the clock or the call. */
    private static boolean isSettled(Expr body) {
        return Walk.all(body)
                .noneMatch(e -> e instanceof Expr.StateRead
                        || e instanceof Expr.Context
                        || (e instanceof Expr.Temporal && !(e instanceof Expr.Windowed)));
    }

    private void atEachOccurrence(String name, Expr body, List<Expr.Windowed> windows, Optional<Variable> key) {
        for (Flow flow : windows.stream().map(Expr.Windowed::flow).distinct().toList()) {
            Hook hook = hooks.of(flow.trigger());
            Map<Variable, Value> names = new LinkedHashMap<>();
            key.ifPresent(variable -> names.put(variable, occurrences.key(flow, hook)));
            Value condition = new Translation(parts, name, names, new ReadPlace.Midway()).condition(body);
            hook.checks().add(GuardPlan.check(name, condition));
        }
    }

    private void atTheEnd(String name, Expr body, List<Expr.Windowed> windows) {
        Value condition = new Translation(parts, name, Map.of(), new ReadPlace.End(snapshot)).condition(body);
        String flag = parts.names().own("guardSeen", name);
        windows.forEach(w -> occurrences.mark(w.flow(), flag));
        checks.add("if (" + flag + ") {\n    " + flag + " = false;\n    " + GuardPlan.check(name, condition) + "}\n");
    }
}
