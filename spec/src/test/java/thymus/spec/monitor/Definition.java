package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Property;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;
import thymus.spec.tree.Window;

/** What a limit says, word for word and without regard to cost. */
final class Definition {
    private Definition() {}

    /** A lemma is judged whatever happens. */
    static String judge(Property.Invariant lemma, List<TestTransition> past) {
        return judge(lemma.durations(), lemma.condition(), past);
    }

    static String judge(Property.Limit limit, List<TestTransition> past) {
        boolean occurs = Walk.all(limit.condition())
                .filter(Expr.Windowed.class::isInstance)
                .anyMatch(e -> matches(((Expr.Windowed) e).flow(), past.getLast())
                        .findAny()
                        .isPresent());
        if (!occurs) {
            return "NotTriggered";
        }
        return judge(limit.durations(), limit.condition(), past);
    }

    private static String judge(List<Variable> durations, Expr condition, List<TestTransition> past) {
        return holds(durations, condition, new History(past.getLast().after(), past)) ? "Held" : "Violated";
    }

    private static boolean holds(List<Variable> durations, Expr condition, Scope<BigInteger, Boolean> scope) {
        if (durations.isEmpty()) {
            return Evaluator.truth(condition, scope);
        }
        // Time begins at 0 in these traces, and every window longer than that has the same sums.
        long now = scope.context(Expr.Context.Field.TIMESTAMP).longValueExact();
        Stream<BigInteger> shorter =
                Stream.iterate(0L, w -> w <= now + 2, w -> w + 1).map(BigInteger::valueOf);
        return Stream.concat(shorter, Stream.of(BigInteger.TWO.pow(64)))
                .allMatch(w ->
                        holds(durations.subList(1, durations.size()), condition, scope.bind(durations.getFirst(), w)));
    }

    private static Stream<Scope<BigInteger, Boolean>> matches(Flow flow, TestTransition transition) {
        return transition.matches(flow.trigger()).stream()
                .filter(m ->
                        flow.trigger().where().map(w -> Evaluator.truth(w, m)).orElse(true));
    }

    private static final class History extends ForwardingScope {
        private final List<TestTransition> past;

        History(Scope<BigInteger, Boolean> state, List<TestTransition> past) {
            super(state);
            this.past = past;
        }

        @Override
        public Scope<BigInteger, Boolean> previous() {
            return new History(state.previous(), past.subList(0, Math.max(0, past.size() - 1)));
        }

        @Override
        public Scope<BigInteger, Boolean> at(Expr.Context.Field clock, BigInteger time) {
            return new History(state.at(clock, time), past);
        }

        @Override
        public Scope<BigInteger, Boolean> bind(Variable variable, BigInteger value) {
            return new History(state.bind(variable, value), past);
        }

        @Override
        public BigInteger windowed(Expr.Windowed e, Optional<BigInteger> seconds, Optional<BigInteger> key) {
            BigInteger now = state.context(e.window().clock());
            List<BigInteger> amounts = past.stream()
                    .filter(t -> e.window() instanceof Window.Ever
                            || t.after().context(e.window().clock()).compareTo(now.subtract(seconds.orElseThrow())) > 0)
                    .flatMap(t -> matches(e.flow(), t))
                    .filter(m -> key.isEmpty()
                            || Evaluator.integer(e.flow().key().orElseThrow(), m)
                                    .equals(key.get()))
                    .map(m -> Evaluator.integer(e.flow().amount(), m))
                    .toList();
            return switch (e.aggregate()) {
                case SUM -> amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
                case COUNT -> BigInteger.valueOf(amounts.size());
                case SQUARES -> amounts.stream().map(a -> a.multiply(a)).reduce(BigInteger.ZERO, BigInteger::add);
                case MINIMUM -> amounts.stream().reduce(BigInteger::min).orElse(BigInteger.ZERO);
                case MAXIMUM -> amounts.stream().reduce(BigInteger::max).orElse(BigInteger.ZERO);
            };
        }
    }
}
