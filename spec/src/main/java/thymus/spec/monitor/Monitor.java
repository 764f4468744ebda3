package thymus.spec.monitor;

import java.math.BigInteger;
import thymus.spec.tree.Property;

/**
 * A property as a small state machine over one run of a system. Not thread-safe; one instance per run.
 *
 * <p>A run begins with {@link #start}; every transaction after it is given to {@link #settle} or {@link #note} once, in order,
 * those that reverted too.
 */
public interface Monitor {
    Property property();

    /** Forgets everything and judges the state after setup. */
    Judgement start(Scope<BigInteger, Boolean> initial);

    /** Judges the state that a transaction led to. */
    Judgement settle(Transition<BigInteger, Boolean> transition);

    /** In place of {@link #settle}, where nobody wants to know: the transaction counts for later judgements. */
    void note(Transition<BigInteger, Boolean> transition);

    /** A mark for {@link #rollback}: the number of transactions settled since {@link #start}. */
    int snapshot();

    /** Forgets the transactions after the mark. */
    void rollback(int snapshot);
}
