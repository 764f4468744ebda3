package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.List;
import thymus.system.execution.Step;

/** The chain between two transactions, as generators see it. */
public interface ChainView {
    /** Two numbers that a contract compared. */
    record Comparison(BigInteger left, BigInteger right) {}

    /** The time in seconds since the Unix epoch. */
    long now();

    /**
     * The numbers among the results of a view; empty if it reverts.
     *
     * @param later the seconds by which the clock is advanced for the query
     */
    List<BigInteger> ask(Probe probe, List<BigInteger> arguments, long later);

    /** The comparisons that the step would execute now. The state does not change. */
    List<Comparison> compared(Step step);
}
