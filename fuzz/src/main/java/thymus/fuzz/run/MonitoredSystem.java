package thymus.fuzz.run;

import java.util.Optional;
import thymus.fuzz.generate.ChainView;
import thymus.fuzz.generate.RecentValues;
import thymus.spec.monitor.Judgement;
import thymus.system.execution.Step;

/** A system with the monitors of some properties, numbered from 0. For one thread. */
public interface MonitoredSystem extends ChainView {
    /** Back to the state after setup; what was seen and covered is forgotten. */
    void begin();

    /**
     * Judges the state after setup, after {@link #begin}; without it the property is not watched in this run.
     *
     * @throws PropertyFault if Thymus itself goes wrong with the property, as {@link #judge} and {@link #note} do
     */
    Judgement start(int property);

    /**
     * @return whether the transaction succeeded
     * @throws thymus.evm.HarnessException if it cannot be executed; {@link #begin} is to be called next
     */
    boolean execute(Step step);

    /** Whether the last transaction called an account that may be an attacker's contract. */
    default boolean reached() {
        return false;
    }

    /** Why the last transaction failed; empty if it succeeded. */
    default Optional<String> failure() {
        return Optional.empty();
    }

    /** Whether the last transaction handed a signature to ecrecover. */
    default boolean asked() {
        return false;
    }

    /** Whether the last transaction succeeded although a call that it made failed. */
    default boolean survived() {
        return false;
    }

    /** Judges the last transaction; to be called once after each, for each property that was started. */
    Judgement judge(int property);

    /** Replaces {@link #judge}: the transaction counts for later judgements, but is not judged. */
    void note(int property);

    /**
     * How near they came to turning comparisons over.
     *
     * @param watched whether comparisons of the following transactions are noted, which costs time; {@link #begin} ends
     *     it
     */
    BranchDistances frontier(boolean watched);

    /** What the transactions since {@link #begin} have covered. */
    Features features();

    /** Hands over the numbers that the last transaction read, wrote, emitted or returned. */
    void drain(RecentValues values);
}
