package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.DeployedSource;
import thymus.solver.state.Region;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Ranges;
import thymus.solver.term.Subterms;
import thymus.solver.term.Terms;

/**
 * Mappings that have the number of a period as key, such as {@code block.timestamp / 1 days}, and are written at the
 * period of the step only: their elements for periods to come are zero. This holds after setup, each write keeps it,
 * and so does the clock, which never goes back.
 */
final class PeriodElements {
    private final Terms terms;
    private final IntTerm now;
    private final Map<Region, Period> periods = new LinkedHashMap<>();

    /**
     * @param index of the key that is the period's number
     * @param length in seconds
     */
    private record Period(int index, BigInteger length) {}

    private PeriodElements(Terms terms, IntTerm now) {
        this.terms = terms;
        this.now = now;
    }

    /**
     * Finds them among all that any transaction writes.
     *
     * @param setup the time of the state after setup
     */
    static PeriodElements of(ArbitraryState arbitrary, DeployedSource.Known deployed, BigInteger setup) {
        SymbolicState state = arbitrary.state();
        PeriodElements found =
                new PeriodElements(state.world().terms(), state.context().timestamp());
        List<SymbolicTransaction> all = new ArrayList<>(arbitrary.transactions());
        arbitrary.inside().forEach(within -> all.addAll(within.transactions()));
        Set<Region> others = new HashSet<>(arbitrary.writtenAtCalls());
        for (SymbolicTransaction transaction : all) {
            IntTerm time = transaction.after().context().timestamp();
            transaction.after().world().writes().forEach((region, writes) -> {
                if (!writes.stream().allMatch(write -> found.accepts(region, write, time))) {
                    others.add(region);
                }
            });
            // What was written before a call of unknown code may stay, though the call has its own effects.
            transaction
                    .resumed()
                    .forEach(resumed -> others.addAll(resumed.world().writes().keySet()));
        }
        found.periods.keySet().removeAll(others);
        found.periods.entrySet().removeIf(entry -> !holds(entry.getKey(), entry.getValue(), deployed, setup));
        return found;
    }

    private boolean accepts(Region region, SymbolicWorld.Write write, IntTerm time) {
        if (write.others().isPresent()) {
            return false;
        }
        Period known = periods.get(region);
        if (known != null) {
            return length(write.keys().get(known.index()), time).equals(Optional.of(known.length()));
        }
        for (int i = 0; i < write.keys().size(); i++) {
            Optional<BigInteger> length = length(write.keys().get(i), time);
            if (length.isPresent()) {
                periods.put(region, new Period(i, length.get()));
                return true;
            }
        }
        return false;
    }

    private static Optional<BigInteger> length(IntTerm key, IntTerm time) {
        if (key == time) {
            return Optional.of(BigInteger.ONE);
        }
        return key instanceof IntTerm.Quotient q && q.dividend() == time
                ? Terms.constantOf(q.divisor()).filter(length -> length.signum() > 0)
                : Optional.empty();
    }

    private static boolean holds(Region region, Period period, DeployedSource.Known deployed, BigInteger setup) {
        return deployed.unlisted(region.contract()).isEmpty()
                && !deployed.isOpen(region)
                && deployed.elements(region).stream()
                        .allMatch(entry ->
                                entry.keys().get(period.index()).compareTo(setup.divide(period.length())) <= 0);
    }

    /** That each element of the arbitrary state in the query is zero if its period is to come. */
    List<BoolTerm> facts(ArbitrarySource source, List<BoolTerm> query) {
        if (periods.isEmpty()) {
            return List.of();
        }
        Set<Integer> mentioned = Subterms.of(query);
        List<BoolTerm> facts = new ArrayList<>();
        for (ArbitrarySource.Element element : source.elements()) {
            Period period = periods.get(element.region());
            if (period != null
                    && element.isOfState()
                    && mentioned.contains(element.value().id())) {
                IntTerm current = terms.divide(now, terms.constant(period.length()), Ranges.NATURAL);
                facts.add(terms.implies(
                        terms.less(current, element.keys().get(period.index())), terms.zero(element.value())));
            }
        }
        return facts;
    }
}
