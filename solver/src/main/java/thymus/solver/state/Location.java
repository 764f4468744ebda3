package thymus.solver.state;

import java.util.List;
import thymus.solver.term.IntTerm;

/** One slot: a region and the keys that choose among its slots. */
public record Location(Region region, List<IntTerm> keys) {
    public Location {
        keys = List.copyOf(keys);
    }
}
