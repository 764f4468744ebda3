package thymus.fuzz.generate;

import thymus.system.execution.Step;

/** A place in a planned sequence; all but the exact ones are decided when the state before them is known. */
public sealed interface StepTemplate {
    /** This step as it is, but for an advance that would leave the allowed time. */
    record Exact(Step step) implements StepTemplate {}

    /** This step with one argument changed. */
    record Near(Step step) implements StepTemplate {}

    /** This step at another time. */
    record Retimed(Step step) implements StepTemplate {}

    /** The same function from the same sender, with other arguments at another time. */
    record Again(Step step) implements StepTemplate {}

    /** Any step, those that rarely succeed rather than others: for a state that nobody was in before. */
    record Any() implements StepTemplate {}

    /** Any step, those that succeed more often rather than others. */
    record Fresh() implements StepTemplate {}
}
