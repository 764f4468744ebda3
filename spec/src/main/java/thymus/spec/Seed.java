package thymus.spec;

import java.util.List;
import thymus.spec.text.Span;

/**
 * A sequence that the fuzzer runs first.
 *
 * @param calls at least one; each has one sender, one value for each argument, and one payment
 */
public record Seed(List<ScriptedCall> calls, Span span) {
    public Seed {
        calls = List.copyOf(calls);
    }
}
