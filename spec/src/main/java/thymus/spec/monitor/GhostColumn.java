package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Ghost;
import thymus.spec.tree.GhostMachine;
import thymus.spec.tree.Variable;

/** The values of ghosts in each settled state. */
final class GhostColumn {
    private final GhostMachine machine;
    private final List<Entry> entries = new ArrayList<>();

    /** @param missing why the ghosts have no value from here on; what adds up over steps is lost for good */
    private record Entry(Map<Variable, BigInteger> values, Optional<UndefinedValue> missing) {}

    private record Due(Ghost.Update update, Transition.Match<BigInteger, Boolean> match) {}

    private interface Reading {
        Map<Variable, BigInteger> values();
    }

    GhostColumn(GhostMachine machine) {
        this.machine = machine;
    }

    void start(Scope<BigInteger, Boolean> initial) {
        entries.clear();
        entries.add(entry(() -> {
            Map<Variable, BigInteger> values = new HashMap<>();
            for (Ghost ghost : machine.ghosts()) {
                values.put(ghost.variable(), Evaluator.integer(ghost.first(), initial));
            }
            return values;
        }));
    }

    void settle(Transition<BigInteger, Boolean> transition) {
        Entry last = entries.getLast();
        entries.add(last.missing().isPresent() ? last : entry(() -> after(last.values(), transition)));
    }

    private static Entry entry(Reading reading) {
        try {
            return new Entry(reading.values(), Optional.empty());
        } catch (UndefinedValue e) {
            return new Entry(Map.of(), Optional.of(e));
        }
    }

    private Map<Variable, BigInteger> after(
            Map<Variable, BigInteger> before, Transition<BigInteger, Boolean> transition) {
        List<Due> due = new ArrayList<>();
        for (Ghost.Update update : machine.updates()) {
            transition.placed(update.trigger()).forEach(match -> due.add(new Due(update, match)));
        }
        if (due.isEmpty()) {
            return before;
        }
        due.sort(Comparator.comparingInt(d -> d.match().place()));
        Map<Variable, BigInteger> values = new HashMap<>(before);
        for (Due next : due) {
            Scope<BigInteger, Boolean> scope = next.match().scope();
            for (Map.Entry<Variable, BigInteger> ghost : values.entrySet()) {
                scope = scope.bind(ghost.getKey(), ghost.getValue());
            }
            Optional<Expr> where = next.update().trigger().where();
            if (where.isEmpty() || Evaluator.truth(where.get(), scope)) {
                values.put(
                        next.update().target(), Evaluator.integer(next.update().value(), scope));
            }
        }
        return values;
    }

    /** @throws UndefinedValue if an update has read what does not exist */
    BigInteger value(Variable ghost, int settled) {
        Entry entry = entries.get(settled);
        if (entry.missing().isPresent()) {
            throw entry.missing().get();
        }
        return entry.values().get(ghost);
    }

    void truncate(int size) {
        while (entries.size() > size) {
            entries.removeLast();
        }
    }
}
