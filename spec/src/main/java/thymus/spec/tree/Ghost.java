package thymus.spec.tree;

import java.util.List;
import java.util.stream.Stream;
import thymus.spec.text.Span;

/**
 * A variable that a file declares beside the state of the chain. It has its first value after setup, and steps that
 * succeed update it. Inside updates its name stands for the value that the updates before have left.
 *
 * @param variable the name, as updates read it
 * @param first is read from the state after setup
 */
public record Ghost(Variable variable, Expr first, Span span) {
    public String name() {
        return variable.name();
    }

    /**
     * A change of a ghost at each match of a trigger.
     *
     * @param target the ghost that gets the value
     * @param value is read from the state after the step, with the names that the trigger binds
     */
    public record Update(Variable target, Trigger trigger, Expr value, Span span) {
        /** All expressions that decide what it does. */
        public List<Expr> expressions() {
            return Stream.concat(Stream.of(value), trigger.where().stream()).toList();
        }
    }
}
