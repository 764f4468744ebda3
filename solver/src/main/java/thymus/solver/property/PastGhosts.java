package thymus.solver.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import thymus.solver.UnsupportedConstructException;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Ghost;
import thymus.spec.tree.Property;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** Finds the past operators of a property. */
public final class PastGhosts {
    private final List<PastGhost> found = new ArrayList<>();
    private final Set<Variable> ofTrigger = new HashSet<>();
    /** Names that have one value where the property is judged. */
    private final Set<Variable> judged = new HashSet<>();

    private PastGhosts() {}

    /** From the inside out: what an operator reads is noted before it. The state after setup needs no memory. */
    public static List<PastGhost> of(Property property) {
        PastGhosts memories = new PastGhosts();
        if (property instanceof Property.Rule rule) {
            Stream<Trigger.Binding> results =
                    rule.trigger() instanceof Trigger.SuccessfulCall call ? call.results().stream() : Stream.empty();
            Stream.concat(rule.trigger().bindings().stream(), results)
                    .forEach(b -> memories.ofTrigger.add(b.variable()));
        }
        memories.judged.addAll(memories.ofTrigger);
        if (property instanceof Property.Limit limit) {
            memories.judged.addAll(limit.durations());
        }
        if (property instanceof Property.Invariant invariant) {
            memories.judged.addAll(invariant.durations());
        }
        property.expressions().forEach(expr -> memories.visit(expr, Map.of(), Optional.empty()));
        return List.copyOf(memories.found);
    }

    /**
     * @param lists the values of names that a {@code forall} around lists
     * @param around the innermost operator that looks at another state
     */
    private void visit(Expr expr, Map<Variable, List<Expr>> lists, Optional<Expr.Temporal> around) {
        Map<Variable, List<Expr>> inner = lists;
        if (expr instanceof Expr.ForAll quantifier && !quantifier.domain().isEmpty()) {
            inner = new HashMap<>(lists);
            inner.put(quantifier.variable(), quantifier.domain());
        }
        Optional<Expr.Temporal> inside = expr instanceof Expr.Temporal temporal ? Optional.of(temporal) : around;
        for (Expr part : expr.parts()) {
            visit(part, inner, inside);
        }
        if (expr instanceof Expr.GhostValue value) {
            value.machine().ghosts().forEach(ghost -> add(ghost, value));
        } else if (expr instanceof Expr.Past operator && !(operator instanceof Expr.Start)) {
            if (operator instanceof Expr.Ago ago) {
                refuseManyMoments(ago, around);
            }
            add(operator, lists);
        }
    }

    /** One moment stands for all; it is found from the state that is judged. */
    private void refuseManyMoments(Expr.Ago ago, Optional<Expr.Temporal> around) {
        Walk.free(List.of(ago.seconds())).stream()
                .filter(name -> !judged.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnsupportedConstructException(ago.span() + ": how far ago(…) looks back depends on '"
                            + name.name() + "' of a forall, which the prover does not read yet");
                });
        boolean isOne = around.isEmpty()
                || (around.get() instanceof Expr.Previous && ago.seconds() instanceof Expr.IntegerLiteral);
        if (!isOne) {
            throw new UnsupportedConstructException(
                    ago.span() + ": ago(…) inside " + around.get().word() + "(…), which the prover does not read yet");
        }
    }

    private void add(Expr.Past operator, Map<Variable, List<Expr>> lists) {
        List<List<PastGhost.Name>> choices = List.of(List.of());
        for (Variable variable : Walk.free(operator.operands())) {
            refuseChangingValues(operator, variable, lists.getOrDefault(variable, List.of()));
            List<Optional<Expr>> values = lists.containsKey(variable)
                    ? lists.get(variable).stream().map(Optional::of).toList()
                    : List.of(Optional.empty());
            List<List<PastGhost.Name>> more = new ArrayList<>();
            for (List<PastGhost.Name> choice : choices) {
                for (Optional<Expr> value : values) {
                    List<PastGhost.Name> longer = new ArrayList<>(choice);
                    longer.add(new PastGhost.Name(variable, value, ofTrigger.contains(variable)));
                    more.add(longer);
                }
            }
            choices = more;
        }
        if (found.stream().noneMatch(memory -> memory.operator() == operator)) {
            choices.forEach(names -> found.add(PastGhost.of(operator, names, found.size())));
        }
    }

    /** One for each ghost of the file, wherever it is read. */
    private void add(Ghost ghost, Expr.GhostValue value) {
        boolean isKnown = found.stream()
                .anyMatch(memory -> memory.operator() instanceof Expr.GhostValue known
                        && known.variable().equals(ghost.variable()));
        if (!isKnown) {
            found.add(PastGhost.of(new Expr.GhostValue(ghost.variable(), value.machine(), value.span())));
        }
    }

    /** A listed value is the one in the state that is judged, and earlier states have to be read with the same. */
    private static void refuseChangingValues(Expr.Past operator, Variable variable, List<Expr> listed) {
        listed.stream()
                .flatMap(Walk::all)
                .filter(part -> !(part instanceof Expr.Constant || part instanceof Expr.Compound))
                .findFirst()
                .ifPresent(part -> {
                    throw new UnsupportedConstructException(operator.span() + ": '" + operator.word()
                            + "' with the name '" + variable.name()
                            + "' of a forall that lists a value that is no constant, which the prover does "
                            + "not read yet");
                });
    }

    /** Whether the expression reads ghosts of the file, and of the past nothing but ghosts that are noted. */
    public static boolean readsGhosts(Expr expr, List<PastGhost> noted) {
        List<Expr> past = Walk.all(expr).filter(Expr.Past.class::isInstance).toList();
        return !past.isEmpty()
                && past.stream()
                        .allMatch(e -> e instanceof Expr.GhostValue value
                                && noted.stream()
                                        .anyMatch(memory -> memory.operator() instanceof Expr.GhostValue known
                                                && known.variable().equals(value.variable())));
    }

    /** Whether states alone decide the expression, those of the past among them, but for the moments of {@code ago}. */
    public static boolean speaksOfStates(Expr expr) {
        return speaksOfStates(expr, false);
    }

    /** The same where the moments of {@code ago} are given. */
    public static boolean speaksOfStatesAndAgo(Expr expr) {
        return speaksOfStates(expr, true);
    }

    private static boolean speaksOfStates(Expr expr, boolean ago) {
        boolean own = switch (expr) {
            case Expr.Ago _ -> ago;
            case Expr.Previous _, Expr.Windowed _, Expr.At _, Expr.SameWithout _ -> false;
            case Expr.Context c -> c.field() == Expr.Context.Field.TIMESTAMP || c.field() == Expr.Context.Field.BLOCK;
            case Expr.Start _, Expr.Once _, Expr.Since _, Expr.Elapsed _, Expr.Deadline _ -> true;
            case Expr.GhostValue _, Expr.Matched _ -> true;
            case Expr.Constant _, Expr.Local _, Expr.Ghost _ -> true;
            case Expr.StateRead _, Expr.Quantified _, Expr.Compound _ -> true;
        };
        // What operands read is in what was noted.
        return own && (expr instanceof Expr.Past || expr.parts().stream().allMatch(part -> speaksOfStates(part, ago)));
    }
}
