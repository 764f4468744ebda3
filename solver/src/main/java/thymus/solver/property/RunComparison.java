package thymus.solver.property;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import thymus.solver.state.Ether;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/**
 * Compares all paths of a call in one state with those of the same call in another one: self-composition (Barthe,
 * D'Argenio and Rezk 2004). What cannot be compared counts as different.
 */
final class RunComparison {
    private final Terms terms;
    private final MarkTerms excepted;

    /** A call in a state, with all its paths. */
    record Run(SymbolicWorld start, List<PathOutcome> outcomes) {
        Run {
            outcomes = List.copyOf(outcomes);
        }
    }

    RunComparison(Terms terms, MarkTerms excepted) {
        this.terms = terms;
        this.excepted = excepted;
    }

    /**
     * The claims that the runs are the same, one for each path of the first.
     *
     * @param facts that both runs begin with
     */
    List<BoolTerm> same(Run one, Run other, PathFacts facts) {
        List<BoolTerm> claims = new ArrayList<>();
        for (PathOutcome here : one.outcomes()) {
            BoolTerm claim = terms.yes;
            PathFacts given = facts;
            for (BoolTerm condition : here.conditions()) {
                given = given.assume(condition);
            }
            Simplifier simplifier = new Simplifier(terms, given);
            for (PathOutcome there : other.outcomes()) {
                BoolTerm meets = simplifier.simplify(terms.and(there.conditions()));
                if (meets != terms.no) {
                    BoolTerm same = same(one.start(), here, other.start(), there);
                    claim = terms.and(claim, terms.implies(meets, same));
                }
            }
            if (claim != terms.yes) {
                claims.add(terms.implies(terms.and(here.conditions()), claim));
            }
        }
        return claims;
    }

    private BoolTerm same(SymbolicWorld startHere, PathOutcome here, SymbolicWorld startThere, PathOutcome there) {
        if (here.ok() != there.ok()) {
            return terms.no;
        }
        if (!here.ok()) {
            return terms.yes;
        }
        if (!here.interruptions().isEmpty()
                || !there.interruptions().isEmpty()
                || !here.world().unseen().equals(startHere.unseen())
                || !there.world().unseen().equals(startThere.unseen())) {
            return terms.no;
        }
        return terms.and(List.of(
                output(here, there),
                logs(excepted.compared(here.logs()), excepted.compared(there.logs())),
                ether(
                        payments(startHere, here.world()),
                        payments(startThere, there.world()),
                        here.world(),
                        there.world()),
                storage(startHere, here, startThere, there)));
    }

    /** All bytes, those too that the interface does not speak of. */
    private BoolTerm output(PathOutcome here, PathOutcome there) {
        return here.returnsMore() || there.returnsMore() ? terms.no : same(here.output(), there.output());
    }

    private BoolTerm same(List<IntTerm> one, List<IntTerm> other) {
        if (one.size() != other.size()) {
            return terms.no;
        }
        BoolTerm same = terms.yes;
        for (int i = 0; i < one.size(); i++) {
            same = terms.and(same, terms.equal(one.get(i), other.get(i)));
        }
        return same;
    }

    private BoolTerm logs(List<SymbolicLog> here, List<SymbolicLog> there) {
        if (here.size() != there.size()) {
            return terms.no;
        }
        BoolTerm same = terms.yes;
        for (int i = 0; i < here.size(); i++) {
            SymbolicLog one = here.get(i);
            SymbolicLog other = there.get(i);
            if (Terms.constantOf(one.size()).isEmpty()) {
                return terms.no; // data of unknown length were read in part
            }
            same = terms.and(List.of(
                    same,
                    terms.equal(one.address(), other.address()),
                    same(one.topics(), other.topics()),
                    terms.equal(one.size(), other.size()),
                    same(one.data(), other.data())));
        }
        return same;
    }

    /** The transfers of the call, of which code that nobody knows made none. */
    private static List<Ether.Payment> payments(SymbolicWorld start, SymbolicWorld end) {
        List<Ether.Payment> all = end.ether().payments();
        return all.subList(Math.min(start.ether().payments().size(), all.size()), all.size());
    }

    private BoolTerm ether(
            List<Ether.Payment> here, List<Ether.Payment> there, SymbolicWorld endHere, SymbolicWorld endThere) {
        if (here.size() != there.size()
                || endHere.ether().hidden().any()
                || endThere.ether().hidden().any()) {
            return terms.no;
        }
        BoolTerm same = terms.yes;
        for (int i = 0; i < here.size(); i++) {
            Ether.Payment one = here.get(i);
            Ether.Payment other = there.get(i);
            same = terms.and(List.of(
                    same,
                    terms.equal(one.wei(), other.wei()),
                    terms.or(
                            terms.zero(one.wei()),
                            terms.and(terms.equal(one.from(), other.from()), terms.equal(one.to(), other.to())))));
        }
        return same;
    }

    private BoolTerm storage(SymbolicWorld startHere, PathOutcome here, SymbolicWorld startThere, PathOutcome there) {
        Simplifier ours = new Simplifier(terms, here.facts());
        Simplifier theirs = new Simplifier(terms, there.facts());
        Set<Region> regions = new LinkedHashSet<>(here.world().writes().keySet());
        regions.addAll(there.world().writes().keySet());
        BoolTerm same = terms.yes;
        for (Region region : regions) {
            List<SymbolicWorld.Write> writes = new ArrayList<>(written(startHere, here.world(), region));
            writes.addAll(written(startThere, there.world(), region));
            for (SymbolicWorld.Write write : writes) {
                same = terms.and(same, place(region, write, here.world(), ours, there.world(), theirs));
            }
        }
        return same;
    }

    private static List<SymbolicWorld.Write> written(SymbolicWorld start, SymbolicWorld end, Region region) {
        List<SymbolicWorld.Write> all = end.writes().getOrDefault(region, List.of());
        int before = start.writes().getOrDefault(region, List.of()).size();
        return all.subList(Math.min(before, all.size()), all.size());
    }

    private BoolTerm place(
            Region region,
            SymbolicWorld.Write write,
            SymbolicWorld here,
            Simplifier ours,
            SymbolicWorld there,
            Simplifier theirs) {
        if (write.others().isPresent()) {
            return terms.no;
        }
        SlotLocation location = new SlotLocation(region, write.keys());
        BoolTerm same = terms.yes;
        for (int field = 0; field < here.layout().of(region).size(); field++) {
            BoolTerm equal = terms.equal(here.read(location, field, ours), there.read(location, field, theirs));
            if (equal != terms.yes) {
                same = terms.and(same, terms.or(equal, excepted.covers(region, field, write.keys())));
            }
        }
        return same;
    }

    /** The claim that a transaction has changed nothing but what is left out. */
    BoolTerm untouched(SymbolicTransaction transaction) {
        SymbolicWorld before = transaction.before().world();
        SymbolicWorld after = transaction.after().world();
        if (!transaction.interruptions().isEmpty()
                || after.ether().hidden().any()
                || !after.unseen().equals(before.unseen())) {
            return terms.no;
        }
        Simplifier simplifier = transaction.simplifier();
        BoolTerm claim = terms.yes;
        for (Region region : after.writes().keySet()) {
            for (SymbolicWorld.Write write : written(before, after, region)) {
                claim = terms.and(claim, place(region, write, after, simplifier, before, simplifier));
            }
        }
        for (Ether.Payment payment : payments(before, after)) {
            claim = terms.and(
                    claim,
                    terms.or(List.of(
                            terms.zero(payment.wei()),
                            terms.equal(payment.from(), payment.to()),
                            terms.and(excepted.coversEther(payment.from()), excepted.coversEther(payment.to())))));
        }
        return claim;
    }
}
