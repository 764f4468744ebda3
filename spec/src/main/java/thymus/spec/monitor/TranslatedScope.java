package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Variable;

/** A concrete state whose values are computed with in another algebra. */
abstract class TranslatedScope<I, B> implements Scope<I, B> {
    protected final Scope<BigInteger, Boolean> state;

    TranslatedScope(Scope<BigInteger, Boolean> state) {
        this.state = state;
    }

    /** Another state in the same algebra. */
    abstract Scope<I, B> of(Scope<BigInteger, Boolean> other);

    abstract I known(BigInteger value);

    /** The inverse of {@link #known}. */
    abstract BigInteger number(I known);

    /** What the state answers for these arguments, as far as the algebra knows them. */
    abstract I read(List<I> arguments, Function<List<BigInteger>, BigInteger> answer);

    /** As {@link #read}, for a question. */
    abstract B ask(List<I> arguments, Function<List<BigInteger>, Boolean> answer);

    @Override
    public Scope<I, B> previous() {
        return of(state.previous());
    }

    @Override
    public Scope<I, B> at(Expr.Context.Field clock, I time) {
        return of(state.at(clock, number(time)));
    }

    @Override
    public Scope<I, B> bind(Variable variable, I value) {
        return of(state.bind(variable, number(value)));
    }

    @Override
    public I local(Variable variable) {
        return known(state.local(variable));
    }

    @Override
    public I account(String name) {
        return known(state.account(name));
    }

    @Override
    public I parameter(String name) {
        return known(state.parameter(name));
    }

    @Override
    public I context(Expr.Context.Field field) {
        return known(state.context(field));
    }

    @Override
    public I call(Expr.ViewCall call, List<I> arguments) {
        return read(arguments, known -> state.call(call, known));
    }

    @Override
    public I storage(Expr.StorageRead read, List<I> keys) {
        return read(keys, known -> state.storage(read, known));
    }

    @Override
    public I sum(Expr.MappingSum sum, List<I> keys) {
        return read(keys, known -> state.sum(sum, known));
    }

    @Override
    public I etherBalance(I account) {
        return read(List.of(account), known -> state.etherBalance(known.getFirst()));
    }

    @Override
    public I windowed(Expr.Windowed aggregate, Optional<I> seconds, Optional<I> key) {
        List<I> arguments = new ArrayList<>();
        seconds.ifPresent(arguments::add);
        key.ifPresent(arguments::add);
        return read(
                arguments,
                known -> state.windowed(aggregate, seconds.map(_ -> known.getFirst()), key.map(_ -> known.getLast())));
    }

    @Override
    public I past(Expr.Past operator, Optional<I> seconds) {
        return read(
                seconds.stream().toList(),
                known -> state.past(operator, known.stream().findFirst()));
    }

    @Override
    public B can(Expr.Can can, I sender, List<I> arguments) {
        List<I> all = new ArrayList<>(arguments.size() + 1);
        all.add(sender);
        all.addAll(arguments);
        return ask(all, known -> state.can(can, known.getFirst(), known.subList(1, known.size())));
    }

    @Override
    public B sameWithout(Expr.SameWithout comparison) {
        return ask(List.of(), _ -> state.sameWithout(comparison));
    }

    @Override
    public I ghost(GhostVariable variable) {
        return known(state.ghost(variable));
    }
}
