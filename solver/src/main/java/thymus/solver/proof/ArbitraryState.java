package thymus.solver.proof;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import thymus.solver.property.Explorer;
import thymus.solver.property.GoalReader;
import thymus.solver.property.SymbolicContext;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.DeployedSource;
import thymus.solver.state.Field;
import thymus.solver.state.Location;
import thymus.solver.state.Region;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.Facts;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/**
 * Any state that transactions may lead to, and every transaction from it.
 *
 * <p>Plain fields that no transaction changes keep what setup gave them. Which ones those are is found by assuming all, and
 * giving up those that some path writes, until none does: an invariant, and the one that makes code simple.
 *
 * <p>Where a function was not read to its end, that holds but for this function.
 */
record ArbitraryState(ArbitrarySource source, SymbolicState state, Explorer.Exploration exploration) {
    /** How many elements one step may append to an array. */
    private static final Interval APPENDED = Interval.unsigned(32);

    private record PlainField(Region region, Field field) {}

    /** @param deployed the state after setup */
    static ArbitraryState explore(SystemModel model, Explorer explorer, DeployedSource.Known deployed) {
        Terms terms = model.terms();
        Set<PlainField> changing = new HashSet<>();
        Set<Region> unbounded = new HashSet<>();
        GoalReader ghosts = new GoalReader(model, List.of());
        while (true) {
            ArbitrarySource source = new ArbitrarySource(
                    terms,
                    model.layout(),
                    new Assumed(deployed, Set.copyOf(changing), Set.copyOf(unbounded)));
            SymbolicState before = new SymbolicState(
                    model.world(source),
                    new SymbolicContext(
                            terms.symbol("before.timestamp", explorer.clock()),
                            terms.symbol("before.block", Interval.unsigned(64)),
                            terms.symbol("before.sender", Interval.unsigned(160)),
                            terms.symbol("before.value", Interval.unsigned(128))),
                    ghosts::ghostSymbol);
            Explorer.Exploration exploration = explorer.explore("tx", before, Facts.none(terms));
            boolean added = addWritten(changing, exploration.transactions(), model, deployed::plain);
            added |= addUnbounded(unbounded, exploration.transactions(), model);
            if (!added) {
                return new ArbitraryState(source, before, exploration);
            }
        }
    }

    /** What is taken of the state, and given up where some path does not keep it. */
    private record Assumed(DeployedSource.Known deployed, Set<PlainField> changing, Set<Region> unbounded)
            implements ArbitrarySource.Frozen {
        @Override
        public Optional<BigInteger> value(Region region, Field field) {
            return changing.contains(new PlainField(region, field))
                    ? Optional.empty()
                    : Optional.of(DeployedSource.cut(deployed.plain(region), field));
        }

        @Override
        public boolean isBounded(Region region) {
            return !unbounded.contains(region) && isBoundedAfterSetup(region);
        }

        private boolean isBoundedAfterSetup(Region region) {
            return region.isPlain()
                    ? ArbitrarySource.LENGTHS.contains(deployed.plain(region))
                    : deployed.unlisted(region.contract()).isEmpty()
                            && deployed.elements(region).stream()
                                    .allMatch(entry -> ArbitrarySource.LENGTHS.contains(entry.word()));
        }
    }

    private static boolean addUnbounded(
            Set<Region> unbounded, List<SymbolicTransaction> transactions, SystemModel model) {
        boolean added = false;
        for (SymbolicTransaction transaction : transactions) {
            for (Map.Entry<Region, List<SymbolicWorld.Write>> entry :
                    transaction.after().world().writes().entrySet()) {
                boolean keeps = !model.layout().isLength(entry.getKey())
                        || entry.getValue().stream()
                                .allMatch(write -> keepsBound(entry.getKey(), write, transaction, model.terms()));
                added |= !keeps && unbounded.add(entry.getKey());
            }
        }
        return added;
    }

    /** A length that is appended to, a few elements at a time, does not come to 2^64: a standing assumption. */
    private static boolean keepsBound(
            Region region, SymbolicWorld.Write write, SymbolicTransaction transaction, Terms terms) {
        IntTerm length = write.values().getFirst();
        IntTerm before = transaction
                .before()
                .world()
                .read(new Location(region, write.keys()), 0, transaction.simplifier());
        return transaction.simplifier().facts().range(length).within(ArbitrarySource.LENGTHS)
                || transaction.simplifier().facts().range(terms.subtract(length, before)).within(APPENDED);
    }

    List<SymbolicTransaction> transactions() {
        return exploration.transactions();
    }

    /** Every round adds a field or is the last one, and code names only so many. */
    private static boolean addWritten(
            Set<PlainField> changing,
            List<SymbolicTransaction> transactions,
            SystemModel model,
            Function<Region, BigInteger> deployed) {
        boolean added = false;
        for (SymbolicTransaction transaction : transactions) {
            for (Map.Entry<Region, List<SymbolicWorld.Write>> entry :
                    transaction.after().world().writes().entrySet()) {
                Region region = entry.getKey();
                if (!region.isPlain()) {
                    continue;
                }
                List<Field> layout = model.layout().of(region);
                List<IntTerm> last = entry.getValue().getLast().values();
                for (int i = 0; i < layout.size(); i++) {
                    BigInteger initially = DeployedSource.cut(deployed.apply(region), layout.get(i));
                    if (last.get(i) != model.terms().constant(initially)) {
                        added |= changing.add(new PlainField(region, layout.get(i)));
                    }
                }
            }
        }
        return added;
    }
}
