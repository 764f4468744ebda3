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
import thymus.solver.state.BitField;
import thymus.solver.state.DeployedSource;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.PathFacts;

/**
 * Which arrays in storage stay shorter than 2^64 elements, so that no element lies where another hash does. All are taken to
 * do so that do after setup, until some path writes a length that is neither below 2^64 nor a few elements more than before.
 */
final class ArrayBounds {
    /** How many elements one step may append: never so many that all steps together come to 2^64, a standing assumption. */
    private static final Interval APPENDED = Interval.unsigned(32);

    private final SystemModel model;
    private final DeployedSource.Known deployed;
    private final Set<Region> unbounded = new HashSet<>();

    ArrayBounds(SystemModel model, DeployedSource.Known deployed) {
        this.model = model;
        this.deployed = deployed;
    }

    /** Adds what is known of lengths now to what is known of fields. */
    ArbitrarySource.Frozen with(ArbitrarySource.Frozen fields) {
        Set<Region> given = Set.copyOf(unbounded);
        return new ArbitrarySource.Frozen() {
            @Override
            public Optional<BigInteger> value(Region region, BitField field) {
                return fields.value(region, field);
            }

            @Override
            public boolean isBounded(Region region) {
                return !given.contains(region) && isBoundedAfterSetup(region);
            }
        };
    }

    private boolean isBoundedAfterSetup(Region region) {
        return region.isPlain()
                ? ArbitrarySource.LENGTHS.contains(deployed.plain(region))
                : deployed.unlisted(region.contract()).isEmpty()
                        && deployed.elements(region).stream()
                                .allMatch(entry -> ArbitrarySource.LENGTHS.contains(entry.word()));
    }

    /** @return whether something was taken that does not hold */
    boolean giveUp(List<SymbolicTransaction> transactions) {
        boolean given = false;
        for (SymbolicTransaction transaction : transactions) {
            for (Map.Entry<Region, List<SymbolicWorld.Write>> entry :
                    transaction.after().world().writes().entrySet()) {
                boolean keeps = !model.layout().isLength(entry.getKey())
                        || entry.getValue().stream().allMatch(write -> keeps(entry.getKey(), write, transaction));
                given |= !keeps && unbounded.add(entry.getKey());
            }
        }
        return given;
    }

    private boolean keeps(Region region, SymbolicWorld.Write write, SymbolicTransaction transaction) {
        if (write.others().isPresent()) {
            // What others did is looked at where they are explored.
            return true;
        }
        IntTerm length = write.values().getFirst();
        IntTerm before =
                transaction.before().world().read(new SlotLocation(region, write.keys()), 0, transaction.simplifier());
        PathFacts facts = transaction.simplifier().facts();
        return facts.range(length).within(ArbitrarySource.LENGTHS)
                || facts.range(model.terms().subtract(length, before)).within(APPENDED);
    }
}
