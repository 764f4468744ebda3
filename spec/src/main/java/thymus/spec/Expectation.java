package thymus.spec;

import java.util.OptionalInt;
import thymus.spec.text.Span;

/**
 * The verdict that a file expects of a property.
 *
 * @param steps of the counterexample that falsifies it; empty: any number
 */
public record Expectation(Outcome outcome, OptionalInt steps, Span span) {
    /** What a check cannot take back with more time. */
    public enum Outcome {
        PROVED("proved"),
        FALSIFIED("falsified"),
        VACUOUS("vacuous");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** As a file writes it: "falsified in 2". */
    public String text() {
        return outcome.word() + (steps.isPresent() ? " in " + steps.getAsInt() : "");
    }
}
