package thymus.fuzz.sequence;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.system.execution.Step;

/** The state of a system after some steps of a sequence. */
public final class StateAfter {
    private final SequenceSystem system;
    private final List<Step> steps;

    StateAfter(SequenceSystem system, List<Step> steps) {
        this.system = system;
        this.steps = List.copyOf(steps);
    }

    /**
     * The value of a view in this state, or of any expression of the language: {@code view("vault.total()")},
     * {@code view("vault.shares[alice] + 1")}. A truth value is 1 or 0, and an account is its address.
     *
     * @throws thymus.fuzz.FuzzException if it cannot be read, or has no value in this state
     */
    public BigInteger view(String expression) {
        return system.sandbox().after(steps, () -> system.reader().value(expression));
    }

    /** Whether a condition is true in this state: {@code holds("vault.paused()")}. */
    public boolean holds(String condition) {
        return view(condition).signum() != 0;
    }

    /** Why the step that led here failed; empty if it succeeded, or nothing but setup has happened. */
    public Optional<String> failure() {
        return system.sandbox().failure(steps);
    }
}
