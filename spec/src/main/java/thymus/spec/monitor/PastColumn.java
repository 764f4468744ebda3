package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Occasion;

/** What one past operator has noted in each settled state, for one choice of its names. */
final class PastColumn {
    private final Expr.Past operator;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param value what is noted; the time of an occasion, or the value of an operand, or whether something has been
     *     true
     * @param held whether the condition of an occasion is true
     * @param missing why there is no value
     */
    private record Entry(BigInteger value, boolean held, Optional<UndefinedValue> missing) {
        static Entry of(boolean truth) {
            return new Entry(truth ? BigInteger.ONE : BigInteger.ZERO, truth, Optional.empty());
        }
    }

    PastColumn(Expr.Past operator) {
        this.operator = operator;
    }

    int size() {
        return entries.size();
    }

    void truncate(int size) {
        while (entries.size() > size) {
            entries.removeLast();
        }
    }

    /** @throws UndefinedValue if what the operator reads does not exist there */
    BigInteger value(int index) {
        Entry entry = entries.get(index);
        if (entry.missing().isPresent()) {
            throw entry.missing().get();
        }
        return entry.value();
    }

    /** Notes the next state. */
    void add(Scope<BigInteger, Boolean> state, BigInteger now) {
        Optional<Entry> last = entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
        entries.add(entry(last, state, now));
    }

    private Entry entry(Optional<Entry> last, Scope<BigInteger, Boolean> state, BigInteger now) {
        // What nobody asks for in this state may be asked for in another one; what adds up over states is lost for
        // good.
        boolean addsUp = !(operator instanceof Expr.Ago || operator instanceof Expr.Start);
        if (addsUp && last.filter(l -> l.missing().isPresent()).isPresent()) {
            return last.get();
        }
        try {
            boolean before = last.map(Entry::held).orElse(false);
            return switch (operator) {
                case Expr.Start e -> last.orElseGet(() -> value(e.operand(), state));
                case Expr.Ago e -> value(e.operand(), state);
                case Expr.Once e -> Entry.of(before || Evaluator.truth(e.operand(), state));
                case Expr.Since e ->
                    Entry.of(Evaluator.truth(e.start(), state) || (before && Evaluator.truth(e.held(), state)));
                case Expr.Deadline e -> {
                    BigInteger open = last.map(Entry::value).orElse(BigInteger.ZERO);
                    yield new Entry(deadline(e, open, state), false, Optional.empty());
                }
                case Expr.Matched e -> throw new IllegalArgumentException("steps are noted on their own");
                case Expr.GhostValue e -> throw new IllegalArgumentException("ghosts are noted on their own");
                case Expr.Elapsed e
                when e.occasion() instanceof Occasion.Settling -> new Entry(now, false, Optional.empty());
                case Expr.Elapsed e -> {
                    boolean holds = Evaluator.truth(((Occasion.Becoming) e.occasion()).condition(), state);
                    BigInteger since = last.map(Entry::value).orElse(BigInteger.ZERO);
                    yield new Entry(holds && !before ? now : since, holds, Optional.empty());
                }
            };
        } catch (UndefinedValue e) {
            return new Entry(BigInteger.ZERO, false, Optional.of(e));
        }
    }

    /** @param last the deadline of what was open in the state before; 0 if nothing was */
    private static BigInteger deadline(Expr.Deadline e, BigInteger last, Scope<BigInteger, Boolean> state) {
        BigInteger now = state.context(e.clock());
        if (Evaluator.truth(e.until(), state)) {
            return BigInteger.ZERO;
        }
        if (last.signum() != 0 && now.compareTo(last) <= 0 && !isDone(e, state)) {
            return last;
        }
        return Evaluator.truth(e.when(), state) ? now.add(e.within()) : BigInteger.ZERO;
    }

    /** Whether time alone has brought it about in the state before, until this step. */
    private static boolean isDone(Expr.Deadline e, Scope<BigInteger, Boolean> state) {
        return Evaluator.truth(e.until(), state.previous());
    }

    private static Entry value(Expr operand, Scope<BigInteger, Boolean> state) {
        return new Entry(Evaluator.integer(operand, state), false, Optional.empty());
    }

    /**
     * @param transition empty after setup
     * @param inside a state as expressions in it read it
     */
    void matched(
            Expr.Matched operator,
            Optional<Transition<BigInteger, Boolean>> transition,
            UnaryOperator<Scope<BigInteger, Boolean>> inside) {
        if (transition.isEmpty()) {
            entries.add(Entry.of(operator.afterSetup()));
            return;
        }
        try {
            entries.add(Entry.of(operator.triggers().stream()
                    .anyMatch(trigger -> transition.get().matches(trigger).stream()
                            .anyMatch(match -> trigger.where()
                                    .map(where -> Evaluator.truth(where, inside.apply(match)))
                                    .orElse(true)))));
        } catch (UndefinedValue e) {
            entries.add(new Entry(BigInteger.ZERO, false, Optional.of(e)));
        }
    }

    /** @param transition empty after setup, in which nothing happens */
    void happening(Occasion.Happening occasion, Optional<Transition<BigInteger, Boolean>> transition, BigInteger now) {
        BigInteger last =
                entries.isEmpty() ? BigInteger.ZERO : entries.getLast().value();
        boolean happens =
                transition.filter(t -> !t.matches(occasion.trigger()).isEmpty()).isPresent();
        entries.add(new Entry(happens ? now : last, false, Optional.empty()));
    }
}
