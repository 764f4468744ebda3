package thymus.fuzz.generate;

import thymus.system.execution.Step;

/** One step of a planned sequence. All templates but {@link Exact} become steps once the state before them is known. */
public sealed interface StepTemplate {
    /** This step unchanged, except that its advance is clamped to the allowed range. */
    record Exact(Step step) implements StepTemplate {}

    /** This step with one argument changed. */
    record Near(Step step) implements StepTemplate {}

    /** This step at another time. */
    record Retimed(Step step) implements StepTemplate {}

    /** The same function from the same sender, with other arguments at another time. */
    record Again(Step step) implements StepTemplate {}

    /** The call of that index of a script. */
    record Scripted(Script script, int call) implements StepTemplate {}

    /** Any step, preferably one that rarely succeeds, because the state is new. */
    record Any() implements StepTemplate {}

    /** Any step, preferably one that often succeeds. */
    record Fresh() implements StepTemplate {}
}
