package thymus.spec.monitor;

import java.math.BigInteger;
import thymus.spec.tree.Property;

/**
 * A property as a state machine over one run of a system. Not thread-safe; each run has its own instance.
 *
 * <p>A run begins with {@link #start}. Every later transaction, including reverted ones, is then passed once, in order,
 * to {@link #settle} or {@link #note}.
 */
public interface Monitor {
    Property property();

    /** Resets the monitor and judges the state after setup. */
    Judgement start(Scope<BigInteger, Boolean> initial);

    /** Judges the state after a transaction. */
    Judgement settle(Transition<BigInteger, Boolean> transition);

    /** Replaces {@link #settle} if no judgement is needed. The transaction still counts for later judgements. */
    void note(Transition<BigInteger, Boolean> transition);

    /** A snapshot for {@link #rollback}: the number of transactions since {@link #start}. */
    int snapshot();

    /** Removes the transactions after the snapshot. */
    void rollback(int snapshot);
}
