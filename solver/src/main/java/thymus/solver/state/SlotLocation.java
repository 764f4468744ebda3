package thymus.solver.state;

import java.util.List;
import thymus.solver.term.IntTerm;

/** One slot: a region and the keys that select the slot. */
public record SlotLocation(Region region, List<IntTerm> keys) {
    public SlotLocation {
        keys = List.copyOf(keys);
    }
}
