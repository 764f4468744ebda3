package thymus.harness.system;

import java.util.IdentityHashMap;
import java.util.Map;
import thymus.harness.abi.CallLayout;
import thymus.harness.abi.EventLayout;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;

/** Layouts by the very objects of the specification, which are few and long-lived; comparing models costs more. */
final class Layouts {
    private final Map<FunctionModel, CallLayout> functions = new IdentityHashMap<>();
    private final Map<EventModel, EventLayout> events = new IdentityHashMap<>();

    CallLayout of(FunctionModel function) {
        return functions.computeIfAbsent(function, CallLayout::of);
    }

    EventLayout of(EventModel event) {
        return events.computeIfAbsent(event, EventLayout::of);
    }
}
