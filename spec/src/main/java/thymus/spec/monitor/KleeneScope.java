package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Variable;

/**
 * A state in which a {@code forall} over more values than anybody looks at is never known to be true: those that were seen
 * say nothing of the others. Whatever is true or false here is so whichever way such a {@code forall} turns out.
 */
record KleeneScope(Scope<BigInteger, Boolean> state) implements Scope<Optional<BigInteger>, Kleene> {
    @Override
    public Algebra<Optional<BigInteger>, Kleene> algebra() {
        return KleeneAlgebra.INSTANCE;
    }

    @Override
    public KleeneScope previous() {
        return new KleeneScope(state.previous());
    }

    @Override
    public KleeneScope bind(Variable variable, Optional<BigInteger> value) {
        return new KleeneScope(state.bind(variable, value.orElseThrow()));
    }

    @Override
    public Optional<BigInteger> local(Variable variable) {
        return Optional.of(state.local(variable));
    }

    @Override
    public Optional<BigInteger> account(String name) {
        return Optional.of(state.account(name));
    }

    @Override
    public Optional<BigInteger> context(Expr.Context.Field field) {
        return Optional.of(state.context(field));
    }

    @Override
    public Optional<BigInteger> call(Expr.ViewCall call, List<Optional<BigInteger>> arguments) {
        return all(arguments).map(known -> state.call(call, known));
    }

    @Override
    public Optional<BigInteger> storage(Expr.StorageRead read, List<Optional<BigInteger>> keys) {
        return all(keys).map(known -> state.storage(read, known));
    }

    @Override
    public Optional<BigInteger> sum(Expr.MappingSum sum, List<Optional<BigInteger>> keys) {
        return all(keys).map(known -> state.sum(sum, known));
    }

    @Override
    public Optional<BigInteger> etherBalance(Optional<BigInteger> account) {
        return account.map(state::etherBalance);
    }

    @Override
    public Optional<BigInteger> windowed(
            Expr.Windowed aggregate, Optional<Optional<BigInteger>> seconds, Optional<Optional<BigInteger>> key) {
        boolean unknown = seconds.filter(Optional::isEmpty).isPresent() || key.filter(Optional::isEmpty).isPresent();
        return unknown || state instanceof WindowScope windows && windows.isDoubtful(aggregate)
                ? Optional.empty()
                : Optional.of(state.windowed(aggregate, seconds.map(Optional::get), key.map(Optional::get)));
    }

    @Override
    public Kleene can(Expr.Can can, Optional<BigInteger> sender, List<Optional<BigInteger>> arguments) {
        return sender.flatMap(from -> all(arguments).map(known -> Kleene.of(state.can(can, from, known))))
                .orElse(Kleene.UNKNOWN);
    }

    @Override
    public Kleene forAll(Expr.ForAll quantifier, Function<Optional<BigInteger>, Kleene> body) {
        List<Kleene> open = new ArrayList<>();
        if (!quantifier.domain().isEmpty()) {
            for (Expr member : quantifier.domain()) {
                Optional<BigInteger> value = Evaluator.integer(member, this);
                Kleene truth = value.isEmpty() ? Kleene.UNKNOWN : body.apply(value);
                if (truth == Kleene.FALSE) {
                    return Kleene.FALSE;
                }
                open.add(truth);
            }
        } else {
            boolean none = state.forAll(quantifier, value -> {
                Kleene truth = body.apply(Optional.of(value));
                open.add(truth);
                return truth != Kleene.FALSE;
            });
            if (!none) {
                return Kleene.FALSE;
            }
        }
        return Enumeration.isWhole(quantifier) && !open.contains(Kleene.UNKNOWN) ? Kleene.TRUE : Kleene.UNKNOWN;
    }

    @Override
    public Optional<BigInteger> ghost(GhostVariable variable) {
        return Optional.of(state.ghost(variable));
    }

    private static Optional<List<BigInteger>> all(List<Optional<BigInteger>> values) {
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).toList())
                : Optional.empty();
    }
}
