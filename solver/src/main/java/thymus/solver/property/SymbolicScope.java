package thymus.solver.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Algebra;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;

/** A symbolic state as a specification reads it. Immutable but for the definedness that its algebra collects. */
final class SymbolicScope implements Scope<IntTerm, BoolTerm> {
    private final SystemModel model;
    private final SymbolicState state;
    private final Optional<SymbolicState> before;
    private final Simplifier simplifier;
    private final TermAlgebra algebra;
    private final Quantifiers quantifiers;
    private final Map<Integer, IntTerm> locals;
    private final TransactionReads reads;
    /** The variables of quantifiers that are premises, by their ids. */
    private final Set<Integer> chosen;

    private final PastReader past;

    /** The words of the step with which the state settled; those of its context may be a later step's. */
    private final SymbolicContext settled;

    SymbolicScope(
            SystemModel model,
            SymbolicState state,
            Optional<SymbolicState> before,
            Simplifier simplifier,
            Quantifiers quantifiers,
            TransactionReads reads,
            PastReader past) {
        this(
                model,
                state,
                before,
                simplifier,
                new TermAlgebra(simplifier),
                quantifiers,
                Map.of(),
                reads,
                new HashSet<>(),
                past,
                state.context());
    }

    private SymbolicScope(
            SystemModel model,
            SymbolicState state,
            Optional<SymbolicState> before,
            Simplifier simplifier,
            TermAlgebra algebra,
            Quantifiers quantifiers,
            Map<Integer, IntTerm> locals,
            TransactionReads reads,
            Set<Integer> chosen,
            PastReader past,
            SymbolicContext settled) {
        this.model = model;
        this.state = state;
        this.before = before;
        this.simplifier = simplifier;
        this.algebra = algebra;
        this.quantifiers = quantifiers;
        this.locals = locals;
        this.reads = reads;
        this.chosen = chosen;
        this.past = past;
        this.settled = settled;
    }

    BoolTerm defined() {
        return algebra.defined();
    }

    /** @see TermAlgebra#definedHere() */
    BoolTerm definedHere() {
        return algebra.definedHere();
    }

    /** @see TermAlgebra#definedEarlier() */
    BoolTerm definedEarlier() {
        return algebra.definedEarlier();
    }

    private Terms terms() {
        return model.terms();
    }

    @Override
    public Algebra<IntTerm, BoolTerm> algebra() {
        return algebra;
    }

    @Override
    public Scope<IntTerm, BoolTerm> previous() {
        if (before.isEmpty()) {
            throw new UnsupportedConstructException("prev(…) of an arbitrary state");
        }
        // The state is the one before; the words of the transaction, its clock among them, stay this step's.
        SymbolicState earlier = new SymbolicState(
                before.get().world(),
                state.context(),
                before.get().ghosts(),
                before.get().transients());
        return new SymbolicScope(
                model,
                earlier,
                Optional.empty(),
                simplifier,
                algebra.earlier(),
                quantifiers,
                locals,
                reads,
                chosen,
                past,
                before.get().context());
    }

    @Override
    public Scope<IntTerm, BoolTerm> at(Expr.Context.Field clock, IntTerm time) {
        SymbolicContext step = state.context();
        boolean inBlock = clock == Expr.Context.Field.BLOCK;
        Terms terms = model.terms();
        IntTerm timestamp = inBlock ? settled.timestamp() : time;
        IntTerm number = inBlock ? time : step.number();
        // Until the step the clocks of all chains run alike, but none goes back behind the state.
        Map<String, SymbolicContext.Clock> clocks = new HashMap<>();
        step.clocks().forEach((chain, other) -> {
            SymbolicContext.Clock earlier = settled.clocks().get(chain);
            clocks.put(
                    chain,
                    new SymbolicContext.Clock(
                            later(
                                    earlier.timestamp(),
                                    terms.add(other.timestamp(), terms.subtract(timestamp, step.timestamp()))),
                            later(earlier.number(), terms.add(other.number(), terms.subtract(number, step.number())))));
        });
        SymbolicContext then =
                new SymbolicContext(timestamp, number, step.sender(), step.value(), step.selector(), clocks);
        return new SymbolicScope(
                model,
                new SymbolicState(state.world(), then, state.ghosts(), state.transients()),
                before,
                simplifier,
                algebra,
                quantifiers,
                locals,
                reads,
                chosen,
                past,
                settled);
    }

    private IntTerm later(IntTerm one, IntTerm other) {
        return terms().choose(terms().lessOrEqual(one, other), other, one);
    }

    @Override
    public Scope<IntTerm, BoolTerm> bind(Variable variable, IntTerm value) {
        Map<Integer, IntTerm> more = new HashMap<>(locals);
        more.put(variable.id(), value);
        return new SymbolicScope(
                model, state, before, simplifier, algebra, quantifiers, more, reads, chosen, past, settled);
    }

    @Override
    public IntTerm local(Variable variable) {
        IntTerm value = locals.get(variable.id());
        if (value == null) {
            throw new UnsupportedConstructException("the name " + variable.name() + " outside its binding");
        }
        return value;
    }

    @Override
    public IntTerm account(String name) {
        return terms().constant(model.addressOf(name));
    }

    @Override
    public IntTerm parameter(String name) {
        return model.parameter(name);
    }

    @Override
    public IntTerm context(Expr.Context.Field field) {
        return switch (field) {
            case TIMESTAMP -> state.context().timestamp();
            case BLOCK -> state.context().number();
            case SENDER -> state.context().sender();
            case VALUE -> state.context().value();
            case SELECTOR -> state.context().selector();
        };
    }

    @Override
    public IntTerm call(Expr.ViewCall call, List<IntTerm> arguments) {
        refuseText(call);
        ViewReader.Answer answer = model.views()
                .call(
                        state,
                        simplifier.facts(),
                        model.addressOf(call.contract()),
                        model.viewCaller(),
                        call.function(),
                        arguments);
        requireToFit(call.function(), arguments);
        algebra.require(answer.succeeds());
        AbiType type = SpecValues.wordType(call.function().outputs(), call.word());
        IntTerm word = answer.word(call.word());
        algebra.require(SpecValues.isEncoded(terms(), word, type));
        return simplifier.simplify(SpecValues.decode(terms(), word, type));
    }

    private static void refuseText(Expr read) {
        if (read.type() == Type.TEXT) {
            throw new UnsupportedConstructException(read.span() + ": the string or bytes value of "
                    + Printer.print(read) + ", which the prover does not compare yet");
        }
    }

    /** What no value of its type is cannot be passed: the call does not exist. */
    private void requireToFit(FunctionModel function, List<IntTerm> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            algebra.require(SpecValues.fits(terms(), arguments.get(i), SpecValues.wordType(function.inputs(), i)));
        }
    }

    @Override
    public BoolTerm can(Expr.Can can, IntTerm sender, List<IntTerm> arguments) {
        requireToFit(can.function(), arguments);
        return model.views()
                .call(state, simplifier.facts(), model.addressOf(can.contract()), sender, can.function(), arguments)
                .succeeds();
    }

    @Override
    public BoolTerm sameWithout(Expr.SameWithout comparison) {
        return reads.sameWithout(comparison);
    }

    @Override
    public IntTerm storage(Expr.StorageRead read, List<IntTerm> keys) {
        refuseText(read);
        StorageTerms.requireKeysToFit(terms(), read.path(), keys, algebra::require);
        return StorageTerms.read(
                model, state.world(), simplifier, read.contract(), read.path(), keys, algebra::require);
    }

    @Override
    public IntTerm sum(Expr.MappingSum sum, List<IntTerm> keys) {
        model.requireListed(sum.contract());
        StorageTerms.requireKeysToFit(terms(), sum.path(), keys, algebra::require);
        return StorageTerms.sum(model, state.world(), simplifier, sum, keys);
    }

    @Override
    public IntTerm etherBalance(IntTerm account) {
        return simplifier.simplify(state.world().balance(account, simplifier));
    }

    @Override
    public IntTerm windowed(Expr.Windowed aggregate, Optional<IntTerm> seconds, Optional<IntTerm> key) {
        return reads.windowed(aggregate);
    }

    @Override
    public IntTerm past(Expr.Past operator, Optional<IntTerm> seconds) {
        if (operator instanceof Expr.Start start) {
            SymbolicState beginning = past.beginning();
            return Evaluator.integer(
                    start.operand(),
                    new SymbolicScope(
                            model,
                            beginning,
                            Optional.of(beginning),
                            simplifier,
                            algebra,
                            quantifiers,
                            locals,
                            reads,
                            chosen,
                            past,
                            beginning.context()));
        }
        return past.value(operator, this, state);
    }

    /**
     * Stands for every value of a type. Inside a premise each value that is taken for that has an unknown of its own:
     * that one of them will do says more than that for each value one of them will.
     */
    private IntTerm any(Variable variable, Interval range) {
        List<IntTerm> around = locals.entrySet().stream()
                .filter(local -> chosen.contains(local.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        String name = "forall." + variable.name() + "." + variable.id();
        return terms().apply(UnknownFunction.into(around.isEmpty() ? name : name + " inside", range), around);
    }

    @Override
    public BoolTerm forAll(Expr.ForAll quantifier, Function<IntTerm, BoolTerm> body) {
        List<IntTerm> values = new ArrayList<>();
        boolean isPremise =
                quantifiers instanceof Quantifiers.Goal g && g.isPremise().test(quantifier);
        if (isPremise) {
            chosen.add(quantifier.variable().id());
        }
        if (!quantifier.domain().isEmpty()) {
            for (Expr element : quantifier.domain()) {
                values.add(Evaluator.integer(element, this));
            }
        } else {
            Interval range = SpecValues.range(quantifier.variable());
            switch (quantifiers) {
                case Quantifiers.Goal g -> {
                    IntTerm any = any(quantifier.variable(), range);
                    if (isPremise) {
                        // It must exist for all values; what it says is assumed of some.
                        var _ = body.apply(any);
                        values.addAll(
                                new PremiseInstances(model, state.context(), locals.values()).of(quantifier, range));
                    } else {
                        values.add(any);
                    }
                }
                case Quantifiers.Hypothesis h ->
                    values.addAll(
                            past.dependsOn(quantifier.variable())
                                    ? List.of(model.unknown(quantifier.variable()))
                                    : h.instances().of(quantifier.variable(), range));
            }
        }
        BoolTerm all = terms().yes;
        for (IntTerm value : values) {
            all = terms().and(all, body.apply(value));
        }
        return all;
    }

    @Override
    public IntTerm ghost(GhostVariable variable) {
        return state.ghosts().apply(variable);
    }
}
