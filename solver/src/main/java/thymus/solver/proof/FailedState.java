package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.ElementNames;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.SymbolicState;
import thymus.solver.smt.SmtResult;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * The values of a state in which an induction step fails: what a property and lemmas speak of, and what the step looks
 * at.
 */
final class FailedState {
    /** A reader takes in so many values; those that the property speaks of come first. */
    private static final int MOST = 24;

    private final SmtResult.Satisfiable values;
    private final ValueText text;
    private final BigInteger now;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Set<Object> told = new HashSet<>();
    private final Set<Integer> moments = new HashSet<>();
    private Optional<Set<Integer>> looked = Optional.empty();

    /** @param now the time of the step */
    FailedState(SmtResult.Satisfiable values, ValueText text, BigInteger now) {
        this.values = values;
        this.text = text;
        this.now = now;
    }

    /** What holds a time, and is told by how far it is from the step's. */
    void moments(List<Expr> variables, ObligationGenerator reader, SymbolicState state, Simplifier simplifier) {
        variables.forEach(
                moment -> moments.add(reader.value(moment, state, simplifier).id()));
    }

    /** What is bound where the property is judged: {@code u = alice}. */
    void names(Map<Variable, IntTerm> names) {
        names.forEach(
                (variable, term) -> shown.putIfAbsent(variable.name(), text.of(variable.type(), values.value(term))));
    }

    /** What an expression reads of the state. */
    void reads(
            Expr expr,
            ObligationGenerator reader,
            SymbolicState state,
            Simplifier simplifier,
            Map<Variable, IntTerm> names) {
        for (Expr part : Walk.all(expr).toList()) {
            if (!isRead(part)) {
                continue;
            }
            try {
                show(part, reader.value(part, state, simplifier, names));
            } catch (UnsupportedConstructException e) {
                // A name that is bound further in, or what a lemma alone speaks of: the other values still help.
            }
        }
    }

    private static boolean isRead(Expr expr) {
        return switch (expr) {
            case Expr.ViewCall _, Expr.StorageRead _, Expr.MappingSum _, Expr.Can _, Expr.Past _ -> true;
            // An ether balance is not read by the prover.
            case Expr.EtherBalance _, Expr.Leaf _, Expr.Temporal _, Expr.Quantified _, Expr.Compound _ -> false;
        };
    }

    private void show(Expr expr, IntTerm term) {
        if (looked.isPresent()
                && (term instanceof IntTerm.Constant
                        || (!looked.get().contains(term.id())
                                && values.value(term).signum() == 0))) {
            return;
        }
        // A view and the variable that it reads are one value; one of the two is enough.
        if (told.add(identity(term)) || term instanceof IntTerm.Constant) {
            BigInteger value = values.value(term);
            boolean isMoment = moments.contains(term.id()) && value.signum() != 0;
            shown.putIfAbsent(
                    Printer.print(expr), isMoment ? ValueText.moment(value, now) : text.of(expr.type(), value));
        }
    }

    /** The place of the storage, for keys that have the same value are one key here. */
    private Object identity(IntTerm term) {
        return term instanceof IntTerm.Apply a
                ? List.of(
                        a.function(), a.arguments().stream().map(values::value).toList())
                : term.id();
    }

    /** From now on what is the same in every state is left out, and what is zero and not looked at by the step. */
    void onlyWhatCounts(Set<Integer> mentioned) {
        looked = Optional.of(mentioned);
    }

    /** Variables of the contracts. */
    void variables(List<Expr> variables, ObligationGenerator reader, SymbolicState state, Simplifier simplifier) {
        variables.forEach(variable -> show(variable, reader.value(variable, state, simplifier)));
    }

    /** The elements of mappings that the step or a hypothesis mentions, but for those that hold nothing. */
    void elements(List<ArbitrarySource.Element> elements, ElementNames names, Set<Integer> mentioned) {
        for (ArbitrarySource.Element element : elements) {
            if (!element.isOfState()
                    || !mentioned.contains(element.value().id())
                    || values.value(element.value()).signum() == 0) {
                continue;
            }
            List<BigInteger> keys = element.keys().stream().map(values::value).toList();
            names.read(element.region(), element.field(), keys).ifPresent(read -> show(read, element.value()));
        }
    }

    /** {@code vault.total() = 5, …}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        shown.forEach((name, value) -> lines.add(name + " = " + value));
        return lines.subList(0, Math.min(MOST, lines.size()));
    }

    /** The values of another state that differ here. */
    List<String> differences(FailedState before) {
        List<String> lines = new ArrayList<>();
        shown.forEach((name, value) -> {
            if (!value.equals(before.shown.get(name))) {
                lines.add(name + " = " + value);
            }
        });
        return lines.subList(0, Math.min(MOST, lines.size()));
    }
}
