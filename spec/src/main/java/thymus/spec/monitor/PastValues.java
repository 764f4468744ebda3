package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Occasion;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * What past operators say of the settled states of a run. What speaks of no names is noted as states settle. What
 * speaks of names, such as those of a {@code forall}, is read from the earlier states when somebody asks.
 */
final class PastValues {
    private final Histories histories;
    /** From the inside out: what an operator reads is noted before it. */
    private final List<Expr.Past> operators;

    private final Map<Variable, GhostColumn> ghosts = new LinkedHashMap<>();

    private final Map<Expr.Past, List<Variable>> names = new IdentityHashMap<>();
    private final Map<Expr.Past, Map<List<BigInteger>, PastColumn>> columns = new IdentityHashMap<>();
    private final List<Scope<BigInteger, Boolean>> states = new ArrayList<>();
    private final List<BigInteger> times = new ArrayList<>();
    private final boolean looksBack;

    private PastValues(List<Expr.Past> operators, Histories histories) {
        this.operators =
                operators.stream().filter(o -> !(o instanceof Expr.GhostValue)).toList();
        this.histories = histories;
        this.looksBack = operators.stream().anyMatch(Expr.Ago.class::isInstance);
        for (Expr.Past operator : operators) {
            if (operator instanceof Expr.GhostValue ghost) {
                ghosts.putIfAbsent(ghost.variable(), new GhostColumn(ghost.machine()));
            } else {
                names.put(operator, Walk.free(operator.operands()));
                columns.put(operator, new HashMap<>());
            }
        }
    }

    static PastValues of(List<Expr> exprs, Histories histories) {
        List<Expr.Past> operators = new ArrayList<>();
        exprs.forEach(expr -> collect(expr, operators));
        return new PastValues(operators, histories);
    }

    private static void collect(Expr expr, List<Expr.Past> operators) {
        expr.parts().forEach(part -> collect(part, operators));
        if (expr instanceof Expr.Past past && operators.stream().noneMatch(known -> known == past)) {
            operators.add(past);
        }
    }

    void start(Scope<BigInteger, Boolean> initial) {
        states.clear();
        times.clear();
        columns.values().forEach(Map::clear);
        ghosts.values().forEach(ghost -> ghost.start(initial));
        if (!operators.isEmpty()) {
            add(initial, Optional.empty());
        }
    }

    void settle(Transition<BigInteger, Boolean> transition) {
        if (!ghosts.isEmpty()) {
            ghosts.values().forEach(ghost -> ghost.settle(transition));
        }
        if (!operators.isEmpty()) {
            add(transition.after(), Optional.of(transition));
        }
    }

    private void add(Scope<BigInteger, Boolean> state, Optional<Transition<BigInteger, Boolean>> transition) {
        states.add(state);
        times.add(state.context(Expr.Context.Field.TIMESTAMP));
        for (Expr.Past operator : operators) {
            if (operator instanceof Expr.Elapsed e && e.occasion() instanceof Occasion.Happening happening) {
                column(operator, List.of()).happening(happening, transition, times.getLast());
            } else if (operator instanceof Expr.Matched matched) {
                int index = states.size() - 1;
                column(operator, List.of())
                        .matched(matched, transition, match -> new WindowScope(match, histories, index));
            } else if (names.get(operator).isEmpty()) {
                extended(operator, List.of(), states.size() - 1);
            }
        }
    }

    void rollback(int snapshot) {
        while (states.size() > snapshot + 1) {
            states.removeLast();
            times.removeLast();
        }
        columns.values().forEach(all -> all.values().forEach(column -> column.truncate(states.size())));
        ghosts.values().forEach(ghost -> ghost.truncate(snapshot + 1));
    }

    /** The times of all states, where a property asks what something was some time ago. */
    Stream<BigInteger> times() {
        return looksBack ? times.stream() : Stream.empty();
    }

    private PastColumn column(Expr.Past operator, List<BigInteger> values) {
        return columns.get(operator).computeIfAbsent(values, _ -> new PastColumn(operator));
    }

    private PastColumn extended(Expr.Past operator, List<BigInteger> values, int last) {
        PastColumn column = column(operator, values);
        List<Variable> bound = names.get(operator);
        for (int i = column.size(); i <= last; i++) {
            Scope<BigInteger, Boolean> scope = new WindowScope(states.get(i), histories, i);
            for (int k = 0; k < bound.size(); k++) {
                scope = scope.bind(bound.get(k), values.get(k));
            }
            column.add(scope, times.get(i));
        }
        return column;
    }

    /**
     * @param state that is judged: it has the names and the clock
     * @param asOf which settled state that is
     * @throws UndefinedValue if what the operator reads of the states does not exist
     */
    BigInteger value(Expr.Past operator, Optional<BigInteger> seconds, Scope<BigInteger, Boolean> state, int asOf) {
        List<BigInteger> values = names.getOrDefault(operator, List.of()).stream()
                .map(state::local)
                .toList();
        return switch (operator) {
            case Expr.Start _ -> extended(operator, values, 0).value(0);
            case Expr.Ago _ -> {
                BigInteger moment = now(state).subtract(seconds.orElseThrow());
                yield extended(operator, values, asOf).value(lastUpTo(moment, asOf));
            }
            case Expr.Once _, Expr.Since _, Expr.Deadline _, Expr.Matched _ ->
                extended(operator, values, asOf).value(asOf);
            case Expr.GhostValue e -> ghosts.get(e.variable()).value(e.variable(), asOf);
            case Expr.Elapsed _ ->
                now(state).subtract(extended(operator, values, asOf).value(asOf));
        };
    }

    private static BigInteger now(Scope<BigInteger, Boolean> state) {
        return state.context(Expr.Context.Field.TIMESTAMP);
    }

    /** The last of the states up to {@code asOf} that is not later than the moment; the first one if all are. */
    private int lastUpTo(BigInteger moment, int asOf) {
        int low = 0;
        int high = asOf;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times.get(middle).compareTo(moment) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
