package thymus.spec.monitor;

import java.util.List;
import thymus.spec.tree.Trigger;

/** A settled transaction, as properties see it. */
public interface Transition<I, B> {
    /** The state it led to; {@link Scope#previous()} is the one it started from. */
    Scope<I, B> after();

    /**
     * One scope for each match of the trigger, in order, with the trigger's bindings in scope ({@code where} not yet
     * judged). Empty for a transaction that failed.
     */
    List<Scope<I, B>> matches(Trigger trigger);
}
