package thymus.spec;

import java.util.List;
import thymus.spec.text.Span;

/**
 * Calls that the fuzzer often makes in this order.
 *
 * @param weight how often it is drawn beside other actions, at least 1
 * @param shared the values that its calls share, each drawn once before the first call
 * @param calls at least one
 */
public record Action(String name, int weight, List<SharedValue> shared, List<ScriptedCall> calls, Span span) {
    /**
     * @param range from which it is drawn
     * @param isIndex whether the number says which of the values of a list it is
     */
    public record SharedValue(String name, Choice.Between range, boolean isIndex) {}

    public Action {
        shared = List.copyOf(shared);
        calls = List.copyOf(calls);
    }
}
