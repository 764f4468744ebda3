package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.ArrayLengths;
import thymus.solver.state.BitField;
import thymus.solver.state.Ether;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;

/** The possible writes by the rounds of a loop to storage or transient storage. The set only grows. */
final class LoopWrites {
    /** The written fields of plain slots. */
    private final Map<Region, Set<Integer>> fields = new LinkedHashMap<>();
    /** The written mappings and arrays, each as a whole. */
    private final Set<Region> families = new LinkedHashSet<>();
    /** The plain lengths of arrays to which rounds do more than to append. */
    private final Set<Region> resized = new LinkedHashSet<>();

    /** The same storage with arbitrary values where rounds may have written. */
    SymbolicWorld forget(Path path, SymbolicWorld world) {
        SymbolicWorld after = world;
        for (Map.Entry<Region, Set<Integer>> entry : fields.entrySet()) {
            Region region = entry.getKey();
            List<BitField> layout = world.layout().of(region);
            List<IntTerm> values = new ArrayList<>();
            for (int i = 0; i < layout.size(); i++) {
                values.add(
                        entry.getValue().contains(i)
                                ? path.terms.fresh("loop." + region, range(path, after, region, i))
                                : after.read(new SlotLocation(region, List.of()), i, path.simplifier));
            }
            after = after.with(region, new SymbolicWorld.Write(List.of(), values));
        }
        for (Region region : families) {
            String time =
                    Ether.RENEWED + path.terms.fresh("rounds", Interval.BIT).id() + " ";
            after = after.havoc(region, time);
        }
        return after;
    }

    /** Appending in rounds keeps a length as short as the standing assumption has it, if it was so before. */
    private Interval range(Path path, SymbolicWorld world, Region region, int field) {
        boolean keeps = world.layout().isLength(region)
                && !resized.contains(region)
                && path.simplifier
                        .facts()
                        .range(world.read(new SlotLocation(region, List.of()), field, path.simplifier))
                        .within(ArbitrarySource.LENGTHS);
        return keeps
                ? ArbitrarySource.LENGTHS
                : Interval.unsigned(world.layout().of(region).get(field).width());
    }

    /**
     * Adds the differences.
     *
     * @return whether something was added
     */
    boolean grow(Path path, SymbolicWorld head, SymbolicWorld now) {
        boolean grown = false;
        SymbolicWorld before = head.simplified(path.simplifier);
        SymbolicWorld after = now.simplified(path.simplifier);
        for (Region region : after.writes().keySet()) {
            if (after.writes().get(region).equals(before.writes().get(region))) {
                continue;
            }
            boolean resizes = after.layout().isLength(region) && !ArrayLengths.areKept(after, region, path.simplifier);
            if (region.isPlain()) {
                grown |= growFields(path, region, before, after);
                grown |= resizes && resized.add(region);
            } else if (resizes) {
                // The bound of the lengths is given up by the writes that paths end with, and earlier rounds' are lost.
                throw path.unsupported("a loop without a known bound that changes lengths of arrays in a mapping");
            } else {
                grown |= families.add(region);
            }
        }
        return grown;
    }

    private boolean growFields(Path path, Region region, SymbolicWorld before, SymbolicWorld now) {
        boolean grown = false;
        SlotLocation slot = new SlotLocation(region, List.of());
        for (int i = 0; i < now.layout().of(region).size(); i++) {
            IntTerm old = path.simplifier.simplify(before.read(slot, i, path.simplifier));
            if (old != path.simplifier.simplify(now.read(slot, i, path.simplifier))) {
                grown |= fields.computeIfAbsent(region, r -> new TreeSet<>()).add(i);
            }
        }
        return grown;
    }
}
