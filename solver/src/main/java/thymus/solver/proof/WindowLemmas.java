package thymus.solver.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.property.ArbitraryWindow;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Property;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;
import thymus.spec.tree.Window;

/**
 * Reads the invariants and lemmas of the file that speak of windows as conditions on the frozen windows of another
 * property. A length that is any becomes what has passed since the window's start; a fixed one is a premise. They are
 * candidates like others: the search shows that they hold, whatever this class makes of them.
 */
final class WindowLemmas {
    private static final int MOST_WINDOWS = 4;
    private static final int MOST_READINGS = 16;

    private final Property.Invariant lemma;
    private final Map<Expr.Windowed, ArbitraryWindow> chosen;

    private WindowLemmas(Property.Invariant lemma, Map<Expr.Windowed, ArbitraryWindow> chosen) {
        this.lemma = lemma;
        this.chosen = chosen;
    }

    /** @param windows those of the property to prove, which may be the lemma itself */
    static List<Candidate> of(Property property, List<ArbitraryWindow> windows) {
        if (!(property instanceof Property.Invariant lemma)) {
            return List.of();
        }
        List<Expr.Windowed> read = Walk.all(lemma.condition())
                .filter(Expr.Windowed.class::isInstance)
                .map(Expr.Windowed.class::cast)
                .distinct()
                .toList();
        if (read.isEmpty() || read.size() > MOST_WINDOWS) {
            return List.of();
        }
        List<Map<Expr.Windowed, ArbitraryWindow>> readings = List.of(Map.of());
        for (Expr.Windowed window : read) {
            List<Map<Expr.Windowed, ArbitraryWindow>> longer = new ArrayList<>();
            for (Map<Expr.Windowed, ArbitraryWindow> reading : readings) {
                for (ArbitraryWindow candidate : windows) {
                    if (fits(window, candidate, lemma) && longer.size() < MOST_READINGS) {
                        Map<Expr.Windowed, ArbitraryWindow> more = new LinkedHashMap<>(reading);
                        more.put(window, candidate);
                        longer.add(more);
                    }
                }
            }
            readings = longer;
        }
        return readings.stream()
                .flatMap(reading -> new WindowLemmas(lemma, reading).read().stream())
                .map(condition -> new Candidate(lemma.name(), condition, true))
                .toList();
    }

    /**
     * What a limit says of the windows so far, in the middle of a step too.
     *
     * @param windows its own
     */
    static List<Candidate> of(Property.Limit limit, List<ArbitraryWindow> windows) {
        return of(
                new Property.Invariant(
                        limit.name(),
                        limit.condition(),
                        limit.span(),
                        Property.Invariant.LEMMA,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        limit.durations()),
                windows);
    }

    private static boolean fits(Expr.Windowed window, ArbitraryWindow candidate, Property.Invariant lemma) {
        Expr.Windowed other = candidate.window();
        boolean isSameKind = switch (window.window()) {
            case Window.Ever _ -> other.window() instanceof Window.Ever;
            case Window.Last last ->
                window.equals(other)
                        || (other.window() instanceof Window.Last
                                && length(last, lemma).isPresent());
            case Window.Blocks _ -> false;
        };
        return isSameKind
                && window.aggregate() == other.aggregate()
                && window.flow().name().equals(other.flow().name())
                && window.key().isPresent() == candidate.key().isPresent();
    }

    /** The variable that is the length; a window of a fixed length is another one after each step. */
    private static Optional<Variable> length(Window.Last last, Property.Invariant lemma) {
        return last.seconds() instanceof Expr.Local local && lemma.durations().contains(local.variable())
                ? Optional.of(local.variable())
                : Optional.empty();
    }

    /** @return empty if a window stands where it cannot be replaced */
    private Optional<Expr> read() {
        Expr body = lemma.condition();
        List<Variable> any = new ArrayList<>();
        while (body instanceof Expr.ForAll all && Expr.ForAll.isOverType(all)) {
            any.add(all.variable());
            body = all.body();
        }
        Optional<Expr> replaced = replace(body);
        if (replaced.isEmpty()) {
            return Optional.empty();
        }
        Map<Variable, Expr> values = new HashMap<>();
        List<Expr> premises = new ArrayList<>();
        chosen.forEach((window, frozen) -> {
            if (window.window() instanceof Window.Last last) {
                Expr start = Vocabulary.ghost(frozen.start());
                Expr passed = Vocabulary.subtract(Vocabulary.now(), start);
                if (length(last, lemma).isEmpty()) {
                    premises.add(Vocabulary.binary(BinaryOperator.EQUAL, last.seconds(), passed));
                }
                length(last, lemma).ifPresent(variable -> {
                    Expr first = values.putIfAbsent(variable, passed);
                    premises.add(
                            first == null
                                    ? Vocabulary.lessOrEqual(start, Vocabulary.now())
                                    : Vocabulary.binary(BinaryOperator.EQUAL, first, passed));
                });
            }
            frozen.key().ifPresent(key -> bindKey(window, key, any, values, premises));
        });
        Expr condition = replaced.get();
        for (Expr premise : premises) {
            condition = Vocabulary.implies(premise, condition);
        }
        for (int i = any.size() - 1; i >= 0; i--) {
            condition = bound(any.get(i), values, condition);
        }
        for (Variable duration : lemma.durations()) {
            if (!values.containsKey(duration)) {
                return Optional.empty();
            }
            condition = bound(duration, values, condition);
        }
        return Optional.of(condition);
    }

    private static void bindKey(
            Expr.Windowed window,
            GhostVariable key,
            List<Variable> any,
            Map<Variable, Expr> values,
            List<Expr> premises) {
        Expr read = window.key().orElseThrow();
        Expr ghost = Vocabulary.ghost(key);
        boolean isFirst = read instanceof Expr.Local local
                && any.contains(local.variable())
                && values.putIfAbsent(local.variable(), ghost) == null;
        if (!isFirst) {
            premises.add(Vocabulary.binary(BinaryOperator.EQUAL, ghost, read));
        }
    }

    /** A name with one value is a quantifier over a list of one. */
    private static Expr bound(Variable variable, Map<Variable, Expr> values, Expr body) {
        Expr value = values.get(variable);
        return new Expr.ForAll(variable, value == null ? List.of() : List.of(value), body, Vocabulary.NOWHERE);
    }

    private Optional<Expr> replace(Expr expr) {
        return switch (expr) {
            case Expr.Windowed w -> Optional.of(Vocabulary.ghost(chosen.get(w).carried()));
            case Expr.Binary b ->
                replace(b.left())
                        .flatMap(left ->
                                replace(b.right()).map(right -> new Expr.Binary(b.operator(), left, right, b.span())));
            case Expr.Unary u -> replace(u.operand()).map(operand -> new Expr.Unary(u.operator(), operand, u.span()));
            case Expr.Conditional c ->
                replace(c.condition())
                        .flatMap(condition -> replace(c.then())
                                .flatMap(then -> replace(c.otherwise())
                                        .map(otherwise -> new Expr.Conditional(condition, then, otherwise, c.span()))));
            case Expr.ForAll all ->
                replace(all.body()).map(body -> new Expr.ForAll(all.variable(), all.domain(), body, all.span()));
            case Expr.Leaf _,
                    Expr.StateRead _,
                    Expr.Temporal _,
                    Expr.Quantified _,
                    Expr.EncodedCall _,
                    Expr.Sequence _ ->
                Walk.all(expr).anyMatch(Expr.Windowed.class::isInstance) ? Optional.empty() : Optional.of(expr);
        };
    }
}
