package thymus.spec.monitor;

import java.util.List;
import java.util.Optional;
import thymus.spec.tree.Mark;
import thymus.spec.tree.Trigger;

/** A settled transaction, as properties see it. */
public interface Transition<I, B> {
    /** The state after it; {@link Scope#previous()} is the state before. */
    Scope<I, B> after();

    /**
     * The scopes of the trigger's matches, in order, with the trigger's bindings. The condition of {@code where} is not
     * evaluated. Empty for a failed transaction.
     */
    List<Scope<I, B>> matches(Trigger trigger);

    /** As {@link #matches}, with the place of each match among those of other triggers. */
    List<Match<I, B>> placed(Trigger trigger);

    /** Whether the state after it may be other than the one before; true where that is not known. */
    default boolean mayChangeState() {
        return true;
    }

    /**
     * What the step changes beside the marks.
     *
     * @param offender the state after it, with a value for the offender that the marks speak of
     * @return empty if that is nothing
     */
    Optional<String> effect(List<Mark> marks, Scope<I, B> offender);

    /**
     * The first difference, beside the marks, between this step and the same one in the state before the step before
     * it.
     *
     * @param offender as of {@link #effect}
     * @return empty if there is none, or the step cannot be made there
     */
    Optional<String> differsWithoutLast(List<Mark> marks, Scope<I, B> offender);

    /** Who called what in the step, for a reader; empty where nobody knows. */
    default Optional<String> path() {
        return Optional.empty();
    }

    /** @param place for an event its number in the step; for the call of the step, which ends later, a greater one */
    record Match<I, B>(int place, Scope<I, B> scope) {}
}
