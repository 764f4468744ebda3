package thymus.fuzz.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.contracts.abi.AbiValue;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.NestedCall;
import thymus.system.execution.StepCall;

/** One attacker instead of several: what another one does is left out, or the first does it itself. */
final class SecondAttackerShrinker {
    private final Attempts attempts;
    private final List<Integer> group;

    SecondAttackerShrinker(Attempts attempts, List<Integer> group) {
        this.attempts = attempts;
        this.group = group;
    }

    void run() {
        if (others() == 0 || change(callbacks -> Optional.of(callbacks.beside(List.of())))) {
            return;
        }
        for (int i = others() - 1; i >= 0; i--) {
            int other = i;
            if (!change(callbacks -> without(callbacks, other))) {
                change(callbacks -> taken(callbacks, other));
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
        return changed.isPresent() && attempts.attemptInPlace(attempts.with(group, step -> step.reacting(changed)));
    }

    private static Optional<Callbacks> without(Callbacks callbacks, int other) {
        List<Callbacks> fewer = new ArrayList<>(callbacks.others());
        fewer.remove(other);
        return Optional.of(callbacks.beside(fewer));
    }

    /**
     * Calls of the other account are replaced by what it does in them, and the first is named where the other was.
     */
    private Optional<Callbacks> taken(Callbacks callbacks, int other) {
        Callbacks known = callbacks.others().get(other);
        List<Callback> own = new ArrayList<>();
        int called = 0;
        for (Callback callback : callbacks.list()) {
            List<NestedCall> calls = new ArrayList<>();
            for (NestedCall call : callback.calls()) {
                if (!call.target().equals(known.account())) {
                    calls.add(naming(call, known.account(), callbacks.account()));
                } else if (called < known.list().size()) {
                    Callback next = known.list().get(called);
                    next.calls().forEach(one -> calls.add(naming(one, known.account(), callbacks.account())));
                    called++;
                }
            }
            own.add(new Callback(calls, callback.ending()));
        }
        return called == 0 ? Optional.empty() : without(callbacks, other).map(fewer -> fewer.with(own));
    }

    private NestedCall naming(NestedCall call, String from, String to) {
        if (!(call.call() instanceof StepCall.FunctionCall function)) {
            return call;
        }
        AbiValue before = AbiValue.of(attempts.rules().addressOf(from));
        AbiValue after = AbiValue.of(attempts.rules().addressOf(to));
        List<AbiValue> arguments = function.arguments().stream()
                .map(value -> value.equals(before) ? after : value)
                .toList();
        return call.calling(new StepCall.FunctionCall(function.function(), arguments));
    }
}
