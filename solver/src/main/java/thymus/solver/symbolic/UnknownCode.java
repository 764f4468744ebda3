package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.state.ArbitrarySource.Place;
import thymus.solver.state.Region;

/** Unknown code, which may enter the system any number of times while it runs. */
public interface UnknownCode {
    /** The contracts with known code. */
    List<BigInteger> contracts();

    /** Whether properties speak of moments within a step, at which nothing may have changed. */
    boolean isWatched();

    /** Notes that a path creates a contract. Later transactions may call it, and do not know its code. */
    void creating();

    /**
     * Notes that a path makes such a call. It is among the possible changes by unknown code from then on.
     *
     * @throws thymus.solver.UnsupportedConstructException if a property speaks of what runs around such a call
     */
    void reentering(ReentrantCall call);

    /**
     * Notes what a path has written where it calls such code, whether or not that is undone later.
     *
     * @param longArrays the lengths of arrays that may have 2^64 elements or more at that moment
     */
    void callingAfter(Set<Region> written, Set<Region> longArrays);

    /**
     * A function that the adversary does not call, and that a contract may call which the system has created. Its calls
     * are not among the changes by unknown code.
     *
     * @return empty while no path has created a contract
     */
    Optional<String> excluded();

    /**
     * The possible changes by unknown code.
     *
     * @param written the values of plain fields of storage and transient storage where it begins, as far as the path
     *     has written them; an empty value is unknown, and other fields have their values from the beginning of the
     *     path
     * @param learnt the path's facts about other fields; may be ignored
     */
    Interference entering(Map<Place, Optional<BigInteger>> written, Map<Place, Optional<BigInteger>> learnt);
}
