package thymus.solver.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.symbolic.Interruption;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Window;

/** What a transaction carries of a flow. */
final class FlowReader {
    private final SystemModel model;
    private final Terms terms;
    private final UnseenFlows unseen;

    FlowReader(SystemModel model) {
        this.model = model;
        this.terms = model.terms();
        this.unseen = new UnseenFlows(model);
    }

    /**
     * One place where a flow passes, if its condition holds.
     *
     * @param defined that condition, amount and key exist
     */
    record Occurrence(BoolTerm condition, IntTerm amount, Optional<IntTerm> key, BoolTerm defined) {}

    /**
     * Where the flow passes, as far as the path shows it.
     *
     * @throws UnsupportedConstructException if it may pass elsewhere, and no lemmas tell what
     */
    List<Occurrence> occurrences(SymbolicTransaction transaction, Flow flow) {
        return occurrences(transaction, flow, -1);
    }

    /** @param after the number of the interruption after which they are wanted; negative: all */
    private List<Occurrence> occurrences(SymbolicTransaction transaction, Flow flow, int after) {
        StepMatches matches = new StepMatches(transaction, model);
        matches.requireCallsToBeSeen(flow.trigger());
        boolean areAllSeen = !unseen.mayHide(transaction.after().world(), flow);
        List<Occurrence> found = new ArrayList<>();
        for (SymbolicTransaction.Match match : areAllSeen || !unseen.areCounted(transaction, flow)
                ? matches.of(flow.trigger())
                : matches.seen(flow.trigger(), after)) {
            SymbolicScope base = scope(model, transaction, "a flow");
            Scope<IntTerm, BoolTerm> bound = bind(base, match);
            BoolTerm condition = where(flow.trigger(), bound, match);
            if (condition == terms.no) {
                // Nothing passes, but a condition that does not exist still loses the window.
                found.add(new Occurrence(condition, terms.zero, Optional.empty(), defined(match, base)));
                continue;
            }
            IntTerm amount = Evaluator.integer(flow.amount(), bound);
            Optional<IntTerm> key = flow.key().map(k -> Evaluator.integer(k, bound));
            found.add(new Occurrence(condition, amount, key, defined(match, base)));
        }
        return found;
    }

    private BoolTerm defined(SymbolicTransaction.Match match, SymbolicScope scope) {
        return terms.implies(match.condition(), scope.defined());
    }

    /** The match, and what the trigger asks of it beside. */
    BoolTerm where(Trigger trigger, Scope<IntTerm, BoolTerm> bound, SymbolicTransaction.Match match) {
        return trigger.where()
                .map(where -> terms.and(match.condition(), Evaluator.truth(where, bound)))
                .orElse(match.condition());
    }

    /**
     * The states around the transaction, for expressions beside a trigger.
     *
     * @param where the place of the expressions, for the refusal of a windowed sum there
     */
    static SymbolicScope scope(SystemModel model, SymbolicTransaction transaction, String where) {
        return new SymbolicScope(
                model,
                transaction.after(),
                Optional.of(transaction.before()),
                transaction.simplifier(),
                Quantifiers.Goal.POSITIVE,
                w -> {
                    throw new UnsupportedConstructException(w.span() + ": a windowed sum inside " + where);
                },
                new PastReader(model, List.of()));
    }

    static Scope<IntTerm, BoolTerm> bind(SymbolicScope scope, SymbolicTransaction.Match match) {
        Scope<IntTerm, BoolTerm> bound = scope;
        for (Map.Entry<Variable, IntTerm> entry : match.bindings().entrySet()) {
            bound = bound.bind(entry.getKey(), entry.getValue());
        }
        return bound;
    }

    /** What the window is measured by, at the end of the transaction. */
    static IntTerm clock(SymbolicTransaction transaction, ArbitraryWindow window) {
        SymbolicContext context = transaction.after().context();
        return window.isInBlocks() ? context.number() : context.timestamp();
    }

    /** Whether the flow may pass where the path does not show it, and lemmas tell what. */
    boolean isToldByLemmas(SymbolicTransaction transaction, Flow flow) {
        return unseen.mayHide(transaction.after().world(), flow) && unseen.areCounted(transaction, flow);
    }

    /** What the window carries where the interruption of the transaction ends. */
    IntTerm carriedAfter(SymbolicTransaction transaction, int interruption, ArbitraryWindow window) {
        Interruption end = transaction.interruptions().get(interruption);
        IntTerm before = carried(transaction.untilCalls().get(interruption), window);
        return unseen.mayHide(end.after(), window.window().flow()) ? unseen.carriedAfter(end, window, before) : before;
    }

    /** What the window carries after the transaction. */
    IntTerm carried(SymbolicTransaction transaction, ArbitraryWindow window) {
        Flow flow = window.window().flow();
        int last = isToldByLemmas(transaction, flow)
                ? unseen.last(transaction, flow).orElseThrow()
                : -1;
        IntTerm total = last < 0
                ? transaction.before().ghosts().apply(window.carried())
                : carriedAfter(transaction, last, window);
        IntTerm now = clock(transaction, window);
        BoolTerm inside = window.window().window() instanceof Window.Ever
                ? terms.yes
                : terms.less(transaction.before().ghosts().apply(window.start()), now);
        for (Occurrence occurrence : occurrences(transaction, flow, last)) {
            BoolTerm counts = terms.and(occurrence.condition(), inside);
            if (window.key().isPresent()) {
                IntTerm key = transaction.before().ghosts().apply(window.key().get());
                counts = terms.and(
                        counts, occurrence.key().map(k -> terms.equal(k, key)).orElse(terms.no));
            }
            IntTerm amount = switch (window.window().aggregate()) {
                case COUNT -> terms.one;
                case SQUARES -> terms.multiply(occurrence.amount(), occurrence.amount());
                case SUM -> occurrence.amount();
                case MINIMUM, MAXIMUM ->
                    throw new IllegalArgumentException(
                            "not carried: " + window.window().span());
            };
            total = terms.add(total, terms.choose(transaction.simplifier().simplify(counts), amount, terms.zero));
        }
        return total;
    }
}
