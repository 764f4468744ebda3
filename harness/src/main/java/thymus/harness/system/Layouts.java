package thymus.harness.system;

import java.util.IdentityHashMap;
import java.util.Map;
import thymus.harness.abi.CallLayout;
import thymus.harness.abi.Selector;
import thymus.harness.word.Word;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;

/** Layouts by the very objects of the specification, which are few and long-lived; comparing models costs more. */
final class Layouts {
    private final Map<FunctionModel, CallLayout> functions = new IdentityHashMap<>();
    private final Map<EventModel, Word> topics = new IdentityHashMap<>();

    CallLayout of(FunctionModel function) {
        return functions.computeIfAbsent(function, CallLayout::of);
    }

    /** The first topic of the event's logs; not of an anonymous one. */
    Word topic(EventModel event) {
        return topics.computeIfAbsent(event, e -> Word.of(Selector.topic(e)));
    }
}
