package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Flow;

/** All occurrences of one flow in a run, in total and grouped by the flow's key. */
final class FlowHistory {
    private static final Column NOTHING = new Column();

    private final Flow flow;
    private final FlowDoubt doubt;
    private final Column all = new Column();
    private final Map<BigInteger, Column> byKey = new HashMap<>();
    /** The key of each occurrence, if the flow has a key. */
    private final List<BigInteger> keys = new ArrayList<>();
    /** The number of occurrences up to each settled transaction. Index 0 is the state after setup. */
    private int[] sizes = new int[64];

    private int settled;

    FlowHistory(Flow flow) {
        this.flow = flow;
        this.doubt = new FlowDoubt(flow);
    }

    private record Occurrence(BigInteger amount, Optional<BigInteger> key) {}

    /**
     * Adds the occurrences of a transaction.
     *
     * @return the number of occurrences
     * @throws UndefinedValue if an amount, key or condition does not exist; no occurrence is added then
     */
    int settle(Transition<BigInteger, Boolean> transition) {
        try {
            List<Scope<BigInteger, Boolean>> matches = transition.matches(flow.trigger());
            if (matches.isEmpty()) {
                return 0;
            }
            if (!doubt.isCertain(matches, settled + 1)) {
                return 0;
            }
            if (matches.size() == 1) {
                return settle(matches.getFirst(), transition);
            }
            Column.Moment time = time(transition);
            List<Occurrence> occurrences = new ArrayList<>(matches.size());
            for (Scope<BigInteger, Boolean> match : matches) {
                if (counts(match)) {
                    occurrences.add(occurrence(match));
                }
            }
            // All are evaluated before the first is added, so an undefined amount leaves the flow unchanged.
            for (Occurrence occurrence : occurrences) {
                add(time, occurrence);
            }
            return occurrences.size();
        } finally {
            remember();
        }
    }

    private int settle(Scope<BigInteger, Boolean> match, Transition<BigInteger, Boolean> transition) {
        if (!counts(match)) {
            return 0;
        }
        add(time(transition), occurrence(match));
        return 1;
    }

    private static Column.Moment time(Transition<BigInteger, Boolean> transition) {
        return new Column.Moment(
                transition.after().context(Expr.Context.Field.TIMESTAMP),
                transition.after().context(Expr.Context.Field.BLOCK));
    }

    private Occurrence occurrence(Scope<BigInteger, Boolean> match) {
        BigInteger amount = Evaluator.integer(flow.amount(), match);
        return new Occurrence(amount, flow.key().map(k -> Evaluator.integer(k, match)));
    }

    private void remember() {
        if (++settled == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * settled);
        }
        sizes[settled] = all.size();
    }

    private boolean counts(Scope<BigInteger, Boolean> match) {
        Optional<Expr> where = flow.trigger().where();
        return where.isEmpty() || Evaluator.truth(where.get(), match);
    }

    private void add(Column.Moment time, Occurrence occurrence) {
        all.add(time, occurrence.amount());
        if (occurrence.key().isPresent()) {
            BigInteger key = occurrence.key().get();
            keys.add(key);
            byKey.computeIfAbsent(key, _ -> new Column()).add(time, occurrence.amount());
        }
    }

    void rollback(int settled) {
        this.settled = Math.min(this.settled, settled);
        doubt.rollback(this.settled);
        all.truncate(sizes[this.settled]);
        while (keys.size() > all.size()) {
            removeLast(keys.removeLast());
        }
    }

    private void removeLast(BigInteger key) {
        Column column = byKey.get(key);
        column.truncate(column.size() - 1);
        if (column.size() == 0) {
            byKey.remove(key);
        }
    }

    FlowDoubt doubt() {
        return doubt;
    }

    /** The times of all occurrences so far, oldest first. */
    List<BigInteger> times() {
        return IntStream.range(0, all.size()).mapToObj(all::time).toList();
    }

    /**
     * The aggregate in the state after {@code settled} transactions.
     *
     * @param after the exclusive beginning of the window, a time or a number of a block; empty: no beginning
     */
    BigInteger aggregate(Expr.Windowed e, Optional<BigInteger> after, Optional<BigInteger> key, int settled) {
        int total = sizes[settled];
        Column column = key.isEmpty() ? all : byKey.getOrDefault(key.get(), NOTHING);
        int size = key.isEmpty() ? total : keyed(key.get(), total);
        int from = after.isEmpty() ? 0 : column.countUpTo(e.window().clock(), after.get(), size);
        return column.aggregate(e.aggregate(), from, size);
    }

    /** The number of occurrences with the key among the first {@code total}. */
    private int keyed(BigInteger key, int total) {
        int size = byKey.containsKey(key) ? byKey.get(key).size() : 0;
        for (int i = total; i < keys.size(); i++) {
            size -= keys.get(i).equals(key) ? 1 : 0;
        }
        return size;
    }
}
