package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.List;
import thymus.system.execution.Step;

/** What generation may ask of the chain as it is between two transactions. */
public interface ChainView {
    /** Two numbers that a contract compared. */
    record Comparison(BigInteger left, BigInteger right) {}

    /** Seconds, Unix time. */
    long now();

    /**
     * The numbers among the results of a view; none if it reverts.
     *
     * @param later asked as if so many seconds had passed
     */
    List<BigInteger> ask(Probe probe, List<BigInteger> arguments, long later);

    /** What would be compared if the step were taken now; nothing is changed. */
    List<Comparison> compared(Step step);
}
