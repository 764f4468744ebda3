package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.state.ArbitrarySource.Place;

/** Code that nobody knows, and that may enter the system any number of times while it runs. */
public interface Strangers {
    /** The contracts whose code is known. */
    List<BigInteger> contracts();

    /**
     * What such code may change.
     *
     * @param held what plain fields of storage and of transient storage hold where it begins; empty for what is no known
     *     number. A field that is left out holds what it did where the path began
     */
    Interference entering(Map<Place, Optional<BigInteger>> held);
}
