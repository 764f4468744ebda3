package thymus.solver.proof;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.ArrayLengths;
import thymus.solver.state.BitField;
import thymus.solver.state.DeployedSource;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;

/**
 * The arrays in storage that stay shorter than 2^64 elements, so that no element is at the slot of another hash. The
 * bound is assumed for all arrays that satisfy it after setup. It is given up if a path writes a length that is neither
 * below 2^64 nor slightly more than before.
 */
final class ArrayBounds {
    private final SystemModel model;
    private final DeployedSource.Known deployed;
    private final Set<Region> unbounded = new HashSet<>();

    ArrayBounds(SystemModel model, DeployedSource.Known deployed) {
        this.model = model;
        this.deployed = deployed;
    }

    /** Adds the current bounds of lengths to the constant fields. */
    ArbitrarySource.Frozen with(ArbitrarySource.Frozen fields) {
        Set<Region> given = Set.copyOf(unbounded);
        return new ArbitrarySource.Frozen() {
            @Override
            public Optional<BigInteger> value(Region region, BitField field) {
                return fields.value(region, field);
            }

            @Override
            public Optional<IntTerm> element(Region region, int field, List<IntTerm> keys) {
                return fields.element(region, field, keys);
            }

            @Override
            public Optional<IntTerm> term(Region region, BitField field) {
                return fields.term(region, field);
            }

            @Override
            public boolean isBounded(Region region) {
                return !given.contains(region) && isBoundedAfterSetup(region);
            }
        };
    }

    private boolean isBoundedAfterSetup(Region region) {
        if (deployed.isOpen(region)) {
            return false;
        }
        return region.isPlain()
                ? ArbitrarySource.LENGTHS.contains(deployed.plain(region))
                : deployed.unlisted(region.contract()).isEmpty()
                        && deployed.elements(region).stream()
                                .allMatch(entry -> ArbitrarySource.LENGTHS.contains(entry.word()));
    }

    /** @return whether a bound was given up */
    boolean giveUp(List<SymbolicTransaction> transactions) {
        boolean given = false;
        for (SymbolicTransaction transaction : transactions) {
            for (Map.Entry<Region, List<SymbolicWorld.Write>> entry :
                    transaction.after().world().writes().entrySet()) {
                Region region = entry.getKey();
                boolean keeps = !model.layout().isLength(region)
                        || ArrayLengths.areKept(transaction.after().world(), region, transaction.simplifier())
                        || entry.getValue().stream().allMatch(write -> keeps(region, write, transaction));
                given |= !keeps && unbounded.add(region);
            }
        }
        return given;
    }

    /** @return whether the bound was not given up before */
    boolean giveUp(Region region) {
        return unbounded.add(region);
    }

    private boolean keeps(Region region, SymbolicWorld.Write write, SymbolicTransaction transaction) {
        if (write.others().isPresent()) {
            // The effects of unknown code are checked in the exploration of the code that it enters.
            return true;
        }
        IntTerm before =
                transaction.before().world().read(new SlotLocation(region, write.keys()), 0, transaction.simplifier());
        return ArrayLengths.isKept(before, write.values().getFirst(), transaction.simplifier());
    }
}
