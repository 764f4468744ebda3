package thymus.fuzz.run;

import java.util.HashMap;
import java.util.Map;
import thymus.fuzz.generate.Callable;
import thymus.fuzz.generate.Universe;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.IdentityTable;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Maps the senders and functions of steps to their indices in the {@link Universe}. Not thread-safe. */
final class StepIndex {
    private static final int NOWHERE = -1;

    private final Universe universe;
    private final Map<String, Integer> senders = new HashMap<>();
    /**
     * Keyed by identity, because functions are expensive to compare and are mostly the same objects as in the universe.
     */
    private final IdentityTable<FunctionModel, Map<String, Integer>> callables = new IdentityTable<>();

    StepIndex(Universe universe) {
        this.universe = universe;
        for (int i = 0; i < universe.senders().size(); i++) {
            senders.putIfAbsent(universe.senders().get(i), i);
        }
        for (Callable callable : universe.callables()) {
            callables.get(callable.function(), _ -> new HashMap<>()).putIfAbsent(callable.instance(), callable.index());
        }
    }

    int sender(String name) {
        return senders.getOrDefault(name, NOWHERE);
    }

    /** The index of the step's function; -1 if the universe does not contain it. */
    int callable(Step step) {
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            return NOWHERE;
        }
        return callables
                .get(call.function(), _ -> new HashMap<>())
                .computeIfAbsent(step.target(), target -> search(target, call.function()));
    }

    private int search(String target, FunctionModel function) {
        for (Callable callable : universe.callables()) {
            if (callable.instance().equals(target) && callable.function().equals(function)) {
                return callable.index();
            }
        }
        return NOWHERE;
    }
}
