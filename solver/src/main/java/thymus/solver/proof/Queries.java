package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.solver.property.Explorer;
import thymus.solver.property.Quantifiers;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.symbolic.WordFacts;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.tree.Variable;

/** Assembles queries. The assumptions of all queries about the arbitrary state are added here. */
final class Queries {
    private final SmtSolver solver;
    private final Terms terms;
    private final Explorer explorer;
    private final ArbitrarySource source;
    private final List<ArbitrarySource> inside;
    private final List<IntTerm> accounts;
    private final OpenKeys keys;
    private final PeriodElements periods;

    /**
     * @param inside the sources of states within transactions
     * @param accounts the addresses at which assumptions about all addresses are instantiated
     * @param periods what is known of elements of periods to come
     */
    Queries(
            SmtSolver solver,
            Terms terms,
            Explorer explorer,
            ArbitrarySource source,
            List<ArbitrarySource> inside,
            List<IntTerm> accounts,
            OpenKeys keys,
            PeriodElements periods) {
        this.solver = solver;
        this.terms = terms;
        this.explorer = explorer;
        this.source = source;
        this.inside = List.copyOf(inside);
        this.accounts = List.copyOf(accounts);
        this.keys = keys;
        this.periods = periods;
    }

    SmtResult check(List<BoolTerm> query) {
        return solver.check(complete(query));
    }

    /** @param effort the limit in the solver's units; less than for a proof if the query only improves a message */
    SmtResult check(List<BoolTerm> query, int effort) {
        return solver.check(complete(query), effort);
    }

    List<BoolTerm> complete(List<BoolTerm> query) {
        List<BoolTerm> all = new ArrayList<>(query);
        all.addAll(Axioms.of(source, query, terms));
        all.addAll(periods.facts(source, query));
        inside.forEach(other -> all.addAll(Axioms.of(other, query, terms)));
        all.addAll(HashAxioms.of(query, terms));
        all.addAll(WordFacts.of(query, terms));
        return all;
    }

    /** The path condition and the facts about its context. */
    List<BoolTerm> transaction(SymbolicTransaction transaction) {
        List<BoolTerm> facts = new ArrayList<>(explorer.contexts()
                .facts(transaction.after().context(), transaction.before().context()));
        transaction
                .attempted()
                .ifPresent(target -> facts.addAll(explorer.contexts()
                        .callFacts(
                                target, transaction.call(), transaction.after().context())));
        facts.addAll(transaction.conditions());
        return facts;
    }

    /**
     * Instances at the goal's own unknown of the same quantifier, at the accounts of the system and at the open keys.
     */
    Quantifiers instances() {
        return new Quantifiers.Hypothesis((Variable variable, Interval range) -> {
            List<IntTerm> values = new ArrayList<>();
            values.add(unknown(variable, range));
            if (range.equals(Interval.unsigned(160))) {
                values.addAll(accounts);
            }
            values.addAll(keys.of(variable, source));
            return values.stream().distinct().toList();
        });
    }

    /** The unknown that represents every value of a quantifier's variable in a goal. */
    IntTerm unknown(Variable variable, Interval range) {
        return terms.symbol("forall." + variable.name() + "." + variable.id(), range);
    }

    /** The read keys of queries about the arbitrary state. */
    ReadKeys readKeys() {
        return new ReadKeys(this, terms, source);
    }

    /** Instances at the given values. A value outside the quantifier's type is replaced by one inside. */
    Quantifiers instancesAt(List<IntTerm> chosen) {
        return new Quantifiers.Hypothesis((Variable variable, Interval range) ->
                chosen.stream().map(value -> within(value, range)).distinct().toList());
    }

    IntTerm within(IntTerm value, Interval range) {
        if (value.range().within(range)) {
            return value;
        }
        BoolTerm fits = terms.and(
                range.low()
                        .map(low -> terms.lessOrEqual(terms.constant(low), value))
                        .orElse(terms.yes),
                range.high()
                        .map(high -> terms.lessOrEqual(value, terms.constant(high)))
                        .orElse(terms.yes));
        BigInteger member = range.low().or(range::high).orElse(BigInteger.ZERO);
        return terms.choose(fits, value, terms.constant(member));
    }
}
