package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.state.ArbitrarySource.Place;

/** Code that nobody knows, and that may enter the system any number of times while it runs. */
public interface UnknownCode {
    /** The contracts whose code is known. */
    List<BigInteger> contracts();

    /**
     * What such code may change.
     *
     * @param written what plain fields of storage and of transient storage hold where it begins, as far as the path has
     *     written to them; empty for what is no known number. Other fields hold what they did where the path began
     * @param learnt what is known of other fields because the path was taken; it may be forgotten
     */
    Interference entering(Map<Place, Optional<BigInteger>> written, Map<Place, Optional<BigInteger>> learnt);
}
