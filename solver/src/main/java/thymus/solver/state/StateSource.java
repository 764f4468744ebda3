package thymus.solver.state;

import java.util.List;
import thymus.solver.term.IntTerm;

/** The state before any write: the arbitrary state of an induction step, or the deployed state. */
public interface StateSource {
    /**
     * The initial value of a field.
     *
     * @param field its index among the region's fields
     * @return in [0, 2^width)
     */
    IntTerm initial(Region region, int field, List<IntTerm> keys);

    /**
     * The sum of a field over every last key of the region.
     *
     * @param prefix the keys before the last one
     */
    IntTerm initialSum(Region region, int field, List<IntTerm> prefix);

    /** The initial balance in wei. */
    IntTerm initialBalance(IntTerm account);

    /**
     * Arbitrary values, after unknown code may have written.
     *
     * @param time the prefix of the unknowns' names, unique to this source except for prefixes added later
     */
    StateSource later(String time);

    /** The plain fields that were read and are not constants. */
    default List<ArbitrarySource.Place> plainFields() {
        return List.of();
    }
}
