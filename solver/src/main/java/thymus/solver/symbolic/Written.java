package thymus.solver.symbolic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import thymus.solver.state.ArbitrarySource.Place;
import thymus.solver.state.BitField;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;

/**
 * Parts of the storage.
 *
 * @param fields fields of plain slots
 * @param families regions of many slots, each as a whole
 */
public record Written(Set<Place> fields, Set<Region> families) {
    public static final Written NOTHING = new Written(Set.of(), Set.of());

    public Written {
        fields = Set.copyOf(fields);
        families = Set.copyOf(families);
    }

    public Written and(Written other) {
        Set<Place> allFields = new HashSet<>(fields);
        allFields.addAll(other.fields);
        Set<Region> allFamilies = new HashSet<>(families);
        allFamilies.addAll(other.families);
        return new Written(allFields, allFamilies);
    }

    /** The common parts. */
    public Written meet(Written other) {
        Set<Place> bothFields = new HashSet<>(fields);
        bothFields.retainAll(other.fields);
        Set<Region> bothFamilies = new HashSet<>(families);
        bothFamilies.retainAll(other.families);
        return new Written(bothFields, bothFamilies);
    }

    /** The parts in the storage of these contracts, by name. */
    public Written of(Set<String> contracts) {
        return where(region -> contracts.contains(region.contract()));
    }

    /** The parts in the storage of other contracts. */
    public Written without(Set<String> contracts) {
        return where(region -> !contracts.contains(region.contract()));
    }

    private Written where(Predicate<Region> kept) {
        return new Written(
                fields.stream().filter(place -> kept.test(place.region())).collect(Collectors.toSet()),
                families.stream().filter(kept).collect(Collectors.toSet()));
    }

    /** The changes at the end of a path. A plain field with its old value is not changed. */
    public static Written by(SymbolicWorld before, SymbolicWorld after, Simplifier simplifier) {
        Set<Place> fields = new HashSet<>();
        Set<Region> families = new HashSet<>();
        for (Region region : after.writes().keySet()) {
            if (!region.isPlain()) {
                families.add(region);
                continue;
            }
            SlotLocation slot = new SlotLocation(region, List.of());
            for (int i = 0; i < after.layout().of(region).size(); i++) {
                IntTerm old = simplifier.simplify(before.read(slot, i, simplifier));
                if (simplifier.simplify(after.read(slot, i, simplifier)) != old) {
                    fields.add(new Place(region, i));
                }
            }
        }
        return new Written(fields, families);
    }

    /** The world with arbitrary values in these parts. */
    SymbolicWorld anything(SymbolicWorld world, String time, Simplifier simplifier) {
        Map<String, List<Place>> byRegion = new TreeMap<>();
        for (Place place : fields) {
            byRegion.computeIfAbsent(place.region().toString(), r -> new ArrayList<>())
                    .add(place);
        }
        SymbolicWorld now = world;
        for (List<Place> places : byRegion.values()) {
            Region region = places.getFirst().region();
            List<BitField> layout = world.layout().of(region);
            List<IntTerm> values = new ArrayList<>();
            for (int i = 0; i < layout.size(); i++) {
                values.add(
                        places.contains(new Place(region, i))
                                ? world.anything(region, i, time)
                                : world.read(new SlotLocation(region, List.of()), i, simplifier));
            }
            now = now.with(region, new SymbolicWorld.Write(List.of(), values));
        }
        for (Region region :
                families.stream().sorted(Comparator.comparing(Region::toString)).toList()) {
            now = now.havoc(region, time);
        }
        return now;
    }
}
