package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import thymus.solver.property.ArbitraryWindow;
import thymus.solver.property.ElementNames;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.SymbolicState;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.property.SystemModel;
import thymus.solver.smt.SmtResult;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Subterms;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * Explains why a proof failed, by a counterexample to induction: a state from which a step breaks the property. The
 * state satisfies the property and every lemma. The text also names a lemma that would exclude the state, if one is
 * known. The state may be unreachable, so it is not a counterexample.
 */
final class CounterexampleToInduction {
    private final SystemModel model;
    private final ArbitraryState arbitrary;
    private final Vocabulary vocabulary;
    private final LemmaSearch lemmas;
    private final Queries queries;
    private final FamiliarModel familiar;
    private final ElementNames elements;
    private final TransactionText steps;
    private final ValueText text;
    private final Simplifier plain;

    CounterexampleToInduction(
            SystemModel model, ArbitraryState arbitrary, Vocabulary vocabulary, LemmaSearch lemmas, Queries queries) {
        this.model = model;
        this.arbitrary = arbitrary;
        this.vocabulary = vocabulary;
        this.lemmas = lemmas;
        this.queries = queries;
        this.familiar = new FamiliarModel(model, queries);
        this.elements = new ElementNames(model);
        this.steps = new TransactionText(model);
        this.text = new ValueText(model.contracts()::nameOf);
        this.plain = new Simplifier(model.terms(), PathFacts.none(model.terms()));
    }

    /** @param failed at least one step; the first one is described */
    String describe(
            Property property,
            ObligationGenerator reader,
            Lemmas used,
            List<FailedStep> failed,
            BooleanSupplier stopped) {
        FailedStep step = failed.getFirst();
        return switch (step.result()) {
            case SmtResult.Undecided u ->
                "the solver did not decide what " + steps.name(step.goal().transaction()) + " does to it ("
                        + (u.isExhausted() ? "its budget for one query was used up" : u.reason()) + ")";
            case SmtResult.Unsatisfiable u -> "";
            case SmtResult.Satisfiable found -> {
                SmtResult.Satisfiable values =
                        stopped.getAsBoolean() ? found : familiar.of(property, reader, step, found);
                yield state(property, reader, used, step, values) + "; no trace is known to reach that state"
                        + (stopped.getAsBoolean() ? "" : missing(property, failed, values));
            }
        };
    }

    private String state(
            Property property, ObligationGenerator reader, Lemmas used, FailedStep step, SmtResult.Satisfiable values) {
        SymbolicTransaction transaction = step.goal().transaction();
        Map<Variable, IntTerm> names = names(property, reader, transaction, values);
        Set<Integer> mentioned = Subterms.of(step.own());
        SymbolicState start = arbitrary.state();
        FailedState before = stateOf(values, transaction, reader);
        before.names(names);
        before.reads(property.condition(), reader, start, plain, names);
        before.onlyWhatCounts(mentioned);
        before.variables(vocabulary.moments(), reader, start, plain);
        before.elements(arbitrary.source().elements(), elements, mentioned);
        before.variables(vocabulary.amounts(), reader, start, plain);
        used.kept().forEach(lemma -> before.reads(lemma.condition(), reader, start, plain, names));
        FailedState after = stateOf(values, transaction, reader);
        after.reads(property.condition(), reader, reader.after(transaction), transaction.simplifier(), names);
        List<String> lines = before.lines();
        List<String> changes = after.differences(before);
        return "induction fails at " + steps.told(transaction, values)
                + (lines.isEmpty() ? "" : ", from a state with " + String.join(", ", lines))
                + windows(reader, transaction, values)
                + (changes.isEmpty() ? "" : "; afterwards " + String.join(", ", changes));
    }

    private FailedState stateOf(
            SmtResult.Satisfiable values, SymbolicTransaction transaction, ObligationGenerator reader) {
        FailedState state = new FailedState(
                values, text, values.value(transaction.after().context().timestamp()));
        state.moments(vocabulary.moments(), reader, arbitrary.state(), plain);
        return state;
    }

    /** The values of the names that the property's trigger and quantifiers bind. */
    private Map<Variable, IntTerm> names(
            Property property,
            ObligationGenerator reader,
            SymbolicTransaction transaction,
            SmtResult.Satisfiable values) {
        Map<Variable, IntTerm> names = new LinkedHashMap<>();
        if (property instanceof Property.Rule rule) {
            transaction.matches(rule.trigger(), model).stream()
                    .filter(match -> values.truth(match.condition()))
                    .findFirst()
                    .ifPresent(match -> names.putAll(match.bindings()));
        }
        for (Expr part : Walk.all(property.condition()).toList()) {
            if (part instanceof Expr.ForAll f && f.domain().isEmpty()) {
                names.put(f.variable(), reader.unknown(f.variable()));
            }
        }
        return names;
    }

    /** Renders the windows before the step. A window begins at an arbitrary moment and ends at the step. */
    private String windows(ObligationGenerator reader, SymbolicTransaction transaction, SmtResult.Satisfiable values) {
        StringBuilder words = new StringBuilder();
        BigInteger now = values.value(transaction.after().context().timestamp());
        for (ArbitraryWindow window : reader.windows()) {
            SymbolicState before = transaction.before();
            BigInteger start = values.value(before.ghosts().apply(window.start()));
            String key = window.key()
                    .map(k -> " for "
                            + text.of(
                                    window.window().key().map(Expr::type).orElse(Type.INTEGER),
                                    values.value(before.ghosts().apply(k))))
                    .orElse("");
            words.append(", within the window so far: ")
                    .append(Printer.print(window.window()))
                    .append(" = ")
                    .append(text.of(Type.INTEGER, values.value(before.ghosts().apply(window.carried()))))
                    .append(key)
                    .append(", begun ")
                    .append(ValueText.moment(start, now));
        }
        return words.toString();
    }

    /** Renders a candidate that would prove the property, or at least this step. */
    private String missing(Property property, List<FailedStep> failed, SmtResult.Satisfiable values) {
        List<List<BoolTerm>> open = failed.stream().map(FailedStep::query).toList();
        Predicate<BoolTerm> closes = hypothesis -> closes(open.getFirst(), hypothesis);
        Optional<LemmaSearch.Missing> found = lemmas.missing(property, values, closes);
        return found.map(m -> {
                    boolean all = open.stream().allMatch(query -> closes(query, m.hypothesis()));
                    return (all ? "; it would follow from: " : "; this step could not be taken under: ")
                            + Printer.print(m.condition()) + ", which is not proved";
                })
                .orElse("");
    }

    private boolean closes(List<BoolTerm> query, BoolTerm hypothesis) {
        List<BoolTerm> more = new ArrayList<>(query);
        more.add(hypothesis);
        return queries.check(more, FamiliarModel.EFFORT) instanceof SmtResult.Unsatisfiable;
    }
}
