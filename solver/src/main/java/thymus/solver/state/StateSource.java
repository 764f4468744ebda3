package thymus.solver.state;

import java.util.List;
import thymus.solver.term.IntTerm;

/** The state before anything was written: the arbitrary one of an induction step, or the deployed one. */
public interface StateSource {
    /**
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

    /** In wei. */
    IntTerm initialBalance(IntTerm account);

    /**
     * Any values at all, after others may have written.
     *
     * @param time begins the names of the unknowns: no other such source has it, but for what is put before
     */
    StateSource later(String time);

    /** The plain fields that were asked for and are not known numbers. */
    default List<ArbitrarySource.Place> plainFields() {
        return List.of();
    }
}
