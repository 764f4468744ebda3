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
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.spec.tree.Variable;

/** Puts queries together: what every query about the arbitrary state has to say, is said here. */
final class Queries {
    private final SmtSolver solver;
    private final Terms terms;
    private final Explorer explorer;
    private final ArbitrarySource source;
    private final List<ArbitrarySource> inside;
    private final List<IntTerm> accounts;
    private final OpenKeys keys;

    /**
     * @param inside of states within transactions
     * @param accounts addresses for which assumptions about all addresses are taken
     */
    Queries(
            SmtSolver solver,
            Terms terms,
            Explorer explorer,
            ArbitrarySource source,
            List<ArbitrarySource> inside,
            List<IntTerm> accounts,
            OpenKeys keys) {
        this.solver = solver;
        this.terms = terms;
        this.explorer = explorer;
        this.source = source;
        this.inside = List.copyOf(inside);
        this.accounts = List.copyOf(accounts);
        this.keys = keys;
    }

    SmtResult check(List<BoolTerm> query) {
        return solver.check(complete(query));
    }

    /** @param effort in the solver's own units; less than what a proof is worth, for what only makes a message better */
    SmtResult check(List<BoolTerm> query, int effort) {
        return solver.check(complete(query), effort);
    }

    List<BoolTerm> complete(List<BoolTerm> query) {
        List<BoolTerm> all = new ArrayList<>(query);
        all.addAll(Axioms.of(source, query, terms));
        inside.forEach(other -> all.addAll(Axioms.of(other, query, terms)));
        return all;
    }

    /** What holds of the path. */
    List<BoolTerm> transaction(SymbolicTransaction transaction) {
        List<BoolTerm> facts = new ArrayList<>(explorer.contextFacts(
                transaction.after().context(), transaction.before().context()));
        transaction
                .target()
                .ifPresent(target -> facts.addAll(explorer.callFacts(
                        target, transaction.call(), transaction.after().context())));
        facts.addAll(transaction.conditions());
        return facts;
    }

    /** The goal's own unknown of the same quantifier, and the accounts of the system. */
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

    /** What stands for every value of a quantifier's variable in a goal. */
    IntTerm unknown(Variable variable, Interval range) {
        return terms.symbol("forall." + variable.name() + "." + variable.id(), range);
    }

    /** Of queries about the arbitrary state. */
    ReadKeys readKeys() {
        return new ReadKeys(this, source);
    }

    /** At the given values, as far as the quantifier's type has them; a number that it has not stands for one that it has. */
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
