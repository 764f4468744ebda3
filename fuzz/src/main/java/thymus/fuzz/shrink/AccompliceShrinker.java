package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.NestedCall;

/** One attacker instead of several: what another one does is left out, or the first does it itself. */
final class AccompliceShrinker {
    private final Attempts attempts;
    private final List<Integer> group;

    AccompliceShrinker(Attempts attempts, List<Integer> group) {
        this.attempts = attempts;
        this.group = group;
    }

    void run() {
        if (others() == 0 || change(callbacks -> Optional.of(callbacks.beside(List.of())))) {
            return;
        }
        for (int i = others() - 1; i >= 0; i--) {
            int other = i;
            boolean done = change(callbacks -> without(callbacks, other))
                    || change(callbacks -> taken(callbacks, other, false))
                    || change(callbacks -> taken(callbacks, other, true));
            if (done && others() == 0) {
                return;
            }
        }
    }

    private int others() {
        return callbacks().map(c -> c.others().size()).orElse(0);
    }

    private Optional<Callbacks> callbacks() {
        return attempts.best().get(group.getFirst()).callbacks();
    }

    private boolean change(Function<Callbacks, Optional<Callbacks>> change) {
        Optional<Callbacks> changed = callbacks().flatMap(change);
        return changed.isPresent()
                && attempts.attemptInPlace(attempts.with(group, step -> step.reacting(changed)));
    }

    private static Optional<Callbacks> without(Callbacks callbacks, int other) {
        List<Callbacks> fewer = new ArrayList<>(callbacks.others());
        fewer.remove(other);
        return Optional.of(callbacks.beside(fewer));
    }

    /**
     * Calls of the other account are replaced by what it does in them.
     *
     * @param once whether only what it does first counts, every time
     */
    private static Optional<Callbacks> taken(Callbacks callbacks, int other, boolean once) {
        Callbacks known = callbacks.others().get(other);
        List<Callback> own = new ArrayList<>();
        int called = 0;
        for (Callback callback : callbacks.list()) {
            List<NestedCall> calls = new ArrayList<>();
            for (NestedCall call : callback.calls()) {
                if (!call.target().equals(known.account())) {
                    calls.add(call);
                } else if (called < known.list().size()) {
                    calls.addAll(known.list().get(once ? 0 : called).calls());
                    called++;
                }
            }
            own.add(new Callback(calls, callback.ending()));
        }
        return called == 0
                ? Optional.empty()
                : without(callbacks, other).map(fewer -> fewer.with(own));
    }
}
