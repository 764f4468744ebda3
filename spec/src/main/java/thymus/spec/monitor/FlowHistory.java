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

/** All occurrences of one flow in a run, together and kept apart by the flow's key. */
final class FlowHistory {
    private static final Column NOTHING = new Column();

    private final Flow flow;
    private final FlowDoubt doubt;
    private final Column all = new Column();
    private final Map<BigInteger, Column> byKey = new HashMap<>();
    /** Of each occurrence, where the flow has a key. */
    private final List<BigInteger> keys = new ArrayList<>();
    /** For each settled transaction the sizes of the columns that it found; index 0 is the state after setup. */
    private int[] sizes = new int[64];

    private int settled;

    FlowHistory(Flow flow) {
        this.flow = flow;
        this.doubt = new FlowDoubt(flow);
    }

    private record Occurrence(BigInteger amount, Optional<BigInteger> key) {}

    /**
     * Adds what a transaction carries.
     *
     * @return how many occurrences it has
     * @throws UndefinedValue if an amount, key or condition does not exist; then none is added
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
            BigInteger time = time(transition);
            List<Occurrence> occurrences = new ArrayList<>(matches.size());
            for (Scope<BigInteger, Boolean> match : matches) {
                if (counts(match)) {
                    occurrences.add(occurrence(match));
                }
            }
            // None is added before all are known: an amount that does not exist leaves the flow as it was.
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

    private static BigInteger time(Transition<BigInteger, Boolean> transition) {
        return transition.after().context(Expr.Context.Field.TIMESTAMP);
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

    private void add(BigInteger time, Occurrence occurrence) {
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
     * The aggregate as the state after {@code settled} transactions has it.
     *
     * @param after occurrences up to this time are outside of the window; empty: none is
     */
    BigInteger aggregate(
            Expr.Windowed.Aggregate aggregate, Optional<BigInteger> after, Optional<BigInteger> key, int settled) {
        int total = sizes[settled];
        Column column = key.isEmpty() ? all : byKey.getOrDefault(key.get(), NOTHING);
        int size = key.isEmpty() ? total : keyed(key.get(), total);
        int from = after.isEmpty() ? 0 : column.countUpTo(after.get(), size);
        return column.aggregate(aggregate, from, size);
    }

    /** How many of the first {@code total} occurrences have the key. */
    private int keyed(BigInteger key, int total) {
        int size = byKey.containsKey(key) ? byKey.get(key).size() : 0;
        for (int i = total; i < keys.size(); i++) {
            size -= keys.get(i).equals(key) ? 1 : 0;
        }
        return size;
    }
}
