package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.List;

/** What generation may ask of the chain as it is between two transactions. */
public interface ChainView {
    /** Seconds, Unix time. */
    long now();

    /** The numbers among the results of a view; none if it reverts. */
    List<BigInteger> ask(Probe probe, List<BigInteger> arguments);
}
