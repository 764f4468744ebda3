package thymus.solver.property;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.monitor.Algebra;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Ghost;
import thymus.spec.tree.GhostMachine;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Occasion;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** What past operators note of setup and of each transaction, and what they say then. */
final class PastReader {
    private final SystemModel model;
    private final Terms terms;
    private final List<PastGhost> memories;
    private final Map<SymbolicTransaction, Noted> carried = new IdentityHashMap<>();
    private final Map<SymbolicState, Noted> begun = new IdentityHashMap<>();

    /**
     * @param state with what was noted of it
     * @param defined that all that was read for that exists
     */
    record Noted(SymbolicState state, BoolTerm defined) {}

    PastReader(SystemModel model, List<PastGhost> memories) {
        this.model = model;
        this.terms = model.terms();
        this.memories = List.copyOf(memories);
    }

    List<PastGhost> memories() {
        return memories;
    }

    /** Setup led to this state. */
    Noted begin(SymbolicState deployed) {
        if (!begun.containsKey(deployed)) {
            Simplifier plain = new Simplifier(terms, PathFacts.none(terms));
            Noted noted = note(
                    deployed,
                    Optional.of(deployed),
                    plain,
                    deployed.ghosts(),
                    this::first,
                    // What is noted may read the beginning itself: as far as it was noted from the inside out.
                    state -> begun.put(deployed, new Noted(state, terms.yes)));
            begun.put(deployed, noted);
        }
        return begun.get(deployed);
    }

    /** The state after setup, which {@code start} reads. */
    SymbolicState beginning() {
        return begin(model.deployed()).state();
    }

    /** The transaction led to its state. */
    Noted after(SymbolicTransaction transaction) {
        return carried.computeIfAbsent(
                transaction,
                t -> note(
                        t.after(),
                        Optional.of(t.before()),
                        t.simplifier(),
                        t.before().ghosts(),
                        (memory, scope) -> next(memory, scope, t),
                        state -> {}));
    }

    private interface Update {
        IntTerm of(PastGhost memory, Scope<IntTerm, BoolTerm> scope);
    }

    private Noted note(
            SymbolicState plain,
            Optional<SymbolicState> before,
            Simplifier simplifier,
            Function<GhostVariable, IntTerm> old,
            Update update,
            Consumer<SymbolicState> begins) {
        Map<GhostVariable, IntTerm> values = new HashMap<>();
        SymbolicState state = new SymbolicState(
                plain.world(),
                plain.context(),
                ghost -> values.containsKey(ghost) ? values.get(ghost) : old.apply(ghost));
        begins.accept(state);
        BoolTerm defined = terms.yes;
        for (PastGhost memory : memories) {
            SymbolicScope base = scope(state, before, simplifier);
            values.put(memory.noted(), simplifier.simplify(update.of(memory, named(base, memory))));
            defined = terms.and(defined, base.defined());
        }
        return new Noted(state, defined);
    }

    private SymbolicScope scope(SymbolicState state, Optional<SymbolicState> before, Simplifier simplifier) {
        return new SymbolicScope(
                model,
                state,
                before,
                simplifier,
                Quantifiers.Goal.POSITIVE,
                w -> {
                    throw new UnsupportedConstructException(
                            w.span() + ": a windowed sum inside an operator of the past");
                },
                this);
    }

    private Scope<IntTerm, BoolTerm> named(Scope<IntTerm, BoolTerm> base, PastGhost memory) {
        Scope<IntTerm, BoolTerm> scope = base;
        for (PastGhost.Name name : memory.names()) {
            scope = scope.bind(name.variable(), value(name, base));
        }
        return scope;
    }

    private IntTerm value(PastGhost.Name name, Scope<IntTerm, BoolTerm> scope) {
        return name.listed()
                .map(listed -> Evaluator.integer(listed, scope))
                .orElseGet(() -> model.unknown(name.variable()));
    }

    private IntTerm first(PastGhost memory, Scope<IntTerm, BoolTerm> scope) {
        return switch (memory.operator()) {
            case Expr.Start e -> Evaluator.integer(e.operand(), scope);
            case Expr.Ago e -> Evaluator.integer(e.operand(), scope);
            case Expr.Once e -> bit(Evaluator.truth(e.operand(), scope));
            case Expr.Since e -> bit(Evaluator.truth(e.start(), scope));
            case Expr.Deadline e -> deadline(e, terms.zero, scope);
            case Expr.Matched e -> bit(e.afterSetup() ? terms.yes : terms.no);
            case Expr.GhostValue e ->
                e.machine().ghosts().stream()
                        .filter(ghost -> ghost.variable().equals(e.variable()))
                        .map(ghost -> Evaluator.integer(ghost.first(), scope))
                        .findFirst()
                        .orElseThrow();
            case Expr.Elapsed e ->
                switch (e.occasion()) {
                    case Occasion.Becoming b ->
                        terms.choose(
                                Evaluator.truth(b.condition(), scope),
                                scope.context(Expr.Context.Field.TIMESTAMP),
                                terms.zero);
                    case Occasion.Settling _ -> scope.context(Expr.Context.Field.TIMESTAMP);
                    case Occasion.Happening h -> terms.zero;
                };
        };
    }

    private IntTerm next(PastGhost memory, Scope<IntTerm, BoolTerm> scope, SymbolicTransaction transaction) {
        Algebra<IntTerm, BoolTerm> algebra = scope.algebra();
        IntTerm old = transaction.before().ghosts().apply(memory.noted());
        BoolTerm was = terms.not(terms.equal(old, terms.zero));
        IntTerm now = scope.context(Expr.Context.Field.TIMESTAMP);
        return switch (memory.operator()) {
            case Expr.Start e -> old;
            case Expr.Ago e -> {
                IntTerm moment =
                        transaction.before().ghosts().apply(memory.moment().orElseThrow());
                yield terms.choose(terms.lessOrEqual(now, moment), Evaluator.integer(e.operand(), scope), old);
            }
            case Expr.Deadline e -> deadline(e, old, scope);
            case Expr.Matched e -> bit(matches(e, scope, transaction));
            case Expr.GhostValue e -> updated(e.machine(), scope, transaction).get(e.variable());
            case Expr.Once e -> bit(algebra.or(was, () -> Evaluator.truth(e.operand(), scope)));
            case Expr.Since e ->
                bit(algebra.or(
                        Evaluator.truth(e.start(), scope),
                        () -> algebra.and(was, () -> Evaluator.truth(e.held(), scope))));
            case Expr.Elapsed e ->
                switch (e.occasion()) {
                    case Occasion.Becoming b ->
                        terms.choose(
                                terms.and(
                                        Evaluator.truth(b.condition(), scope), terms.not(held(b, memory, transaction))),
                                now,
                                old);
                    case Occasion.Settling _ -> now;
                    case Occasion.Happening h -> terms.choose(happens(h, transaction), now, old);
                };
        };
    }

    /** @param last the deadline of what was open in the state before; 0 if nothing was */
    private IntTerm deadline(Expr.Deadline e, IntTerm last, Scope<IntTerm, BoolTerm> scope) {
        Algebra<IntTerm, BoolTerm> algebra = scope.algebra();
        IntTerm now = scope.context(e.clock());
        BoolTerm mayBeOpen = terms.and(terms.not(terms.equal(last, terms.zero)), terms.lessOrEqual(now, last));
        // Time alone may have brought it about in the state before, until this step.
        BoolTerm isOpen = algebra.and(mayBeOpen, () -> algebra.not(Evaluator.truth(e.until(), scope.previous())));
        return algebra.choose(
                Evaluator.truth(e.until(), scope),
                () -> terms.zero,
                () -> algebra.choose(
                        isOpen,
                        () -> last,
                        () -> algebra.choose(
                                Evaluator.truth(e.when(), scope),
                                () -> terms.add(now, terms.constant(e.within())),
                                () -> terms.zero)));
    }

    private record Due(Ghost.Update update, SymbolicTransaction.Match match) {}

    /** The ghosts after the transaction: every update that may happen, in its order. */
    private Map<Variable, IntTerm> updated(
            GhostMachine machine, Scope<IntTerm, BoolTerm> scope, SymbolicTransaction transaction) {
        List<Due> due = new ArrayList<>();
        for (Ghost.Update update : machine.updates()) {
            new StepMatches(transaction, model).requireCallsToBeSeen(update.trigger());
            transaction.matches(update.trigger(), model).forEach(match -> due.add(new Due(update, match)));
        }
        due.sort(Comparator.comparingInt(d -> d.match().place()));
        Map<Variable, IntTerm> values = new HashMap<>();
        for (Ghost ghost : machine.ghosts()) {
            values.put(ghost.variable(), transaction.before().ghosts().apply(noted(ghost.variable())));
        }
        for (Due next : due) {
            Scope<IntTerm, BoolTerm> bound = bound(bound(scope, next.match().bindings()), values);
            Algebra<IntTerm, BoolTerm> algebra = scope.algebra();
            BoolTerm matches = next.match().condition();
            BoolTerm happens = next.update()
                    .trigger()
                    .where()
                    .map(where -> algebra.and(matches, () -> Evaluator.truth(where, bound)))
                    .orElse(matches);
            Variable target = next.update().target();
            IntTerm old = values.get(target);
            values.put(
                    target,
                    algebra.choose(
                            transaction.simplifier().simplify(happens),
                            () -> Evaluator.integer(next.update().value(), bound),
                            () -> old));
        }
        return values;
    }

    private static Scope<IntTerm, BoolTerm> bound(Scope<IntTerm, BoolTerm> scope, Map<Variable, IntTerm> values) {
        Scope<IntTerm, BoolTerm> bound = scope;
        for (Map.Entry<Variable, IntTerm> entry : values.entrySet()) {
            bound = bound.bind(entry.getKey(), entry.getValue());
        }
        return bound;
    }

    private GhostVariable noted(Variable ghost) {
        return memories.stream()
                .filter(memory -> memory.operator() instanceof Expr.GhostValue value
                        && value.variable().equals(ghost))
                .map(PastGhost::noted)
                .findFirst()
                .orElseThrow();
    }

    private IntTerm bit(BoolTerm truth) {
        return terms.choose(truth, terms.one, terms.zero);
    }

    /** The condition in the state before the transaction, read as it was when that state settled. */
    private BoolTerm held(Occasion.Becoming occasion, PastGhost memory, SymbolicTransaction transaction) {
        SymbolicScope before = scope(transaction.before(), Optional.empty(), transaction.simplifier());
        return Evaluator.truth(occasion.condition(), named(before, memory));
    }

    /** The call of the step itself is meant, or any call of it that was seen: code that is not known adds none. */
    private BoolTerm matches(Expr.Matched operator, Scope<IntTerm, BoolTerm> scope, SymbolicTransaction transaction) {
        Algebra<IntTerm, BoolTerm> algebra = scope.algebra();
        List<BoolTerm> any = new ArrayList<>();
        for (Trigger trigger : operator.triggers()) {
            for (SymbolicTransaction.Match match : transaction.matches(trigger, model)) {
                Scope<IntTerm, BoolTerm> bound = bound(scope, match.bindings());
                any.add(trigger.where()
                        .map(where -> algebra.and(match.condition(), () -> Evaluator.truth(where, bound)))
                        .orElse(match.condition()));
            }
        }
        return transaction.simplifier().simplify(terms.or(any));
    }

    private BoolTerm happens(Occasion.Happening occasion, SymbolicTransaction transaction) {
        new StepMatches(transaction, model).requireCallsToBeSeen(occasion.trigger());
        return terms.or(transaction.matches(occasion.trigger(), model).stream()
                .map(SymbolicTransaction.Match::condition)
                .toList());
    }

    /** Whether what is noted differs with the value of the name. */
    boolean dependsOn(Variable variable) {
        return memories.stream()
                .flatMap(memory -> memory.names().stream())
                .anyMatch(name -> name.variable().equals(variable));
    }

    /**
     * What an operator says in a state.
     *
     * @throws UnsupportedConstructException if nothing was noted for the values of the names around
     */
    IntTerm value(Expr.Past operator, Scope<IntTerm, BoolTerm> scope, SymbolicState state) {
        if (operator instanceof Expr.GhostValue value) {
            return state.ghosts().apply(noted(value.variable()));
        }
        PastGhost memory = memories.stream()
                .filter(m -> m.operator() == operator)
                .filter(m -> m.names().stream().allMatch(name -> isNoted(name, scope)))
                .findFirst()
                .orElseThrow(() -> new UnsupportedConstructException(operator.span() + ": '" + operator.word()
                        + "' with a name of a quantifier that is a premise, which the prover does not read yet"));
        IntTerm noted = state.ghosts().apply(memory.noted());
        return operator instanceof Expr.Elapsed
                ? terms.subtract(scope.context(Expr.Context.Field.TIMESTAMP), noted)
                : noted;
    }

    private boolean isNoted(PastGhost.Name name, Scope<IntTerm, BoolTerm> scope) {
        return name.isOfTrigger() || scope.local(name.variable()) == value(name, scope);
    }

    /** What makes the arbitrary values, of moments and of names, those that are meant where a property is judged. */
    List<BoolTerm> meant(Scope<IntTerm, BoolTerm> scope, SymbolicTransaction transaction) {
        Stream<BoolTerm> names = memories.stream()
                .flatMap(memory -> memory.names().stream())
                .filter(PastGhost.Name::isOfTrigger)
                .distinct()
                .map(name -> terms.equal(model.unknown(name.variable()), scope.local(name.variable())));
        Stream<BoolTerm> moments = memories.stream()
                .filter(memory -> memory.moment().isPresent())
                .map(memory -> terms.equal(
                        transaction.before().ghosts().apply(memory.moment().orElseThrow()),
                        terms.subtract(
                                scope.context(Expr.Context.Field.TIMESTAMP),
                                Evaluator.integer(memory.operator().length().orElseThrow(), scope))));
        return Stream.concat(names, moments).toList();
    }
}
