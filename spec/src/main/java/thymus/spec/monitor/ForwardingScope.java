package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Variable;

/** A state as another one sees it, but for what a subclass says. */
abstract class ForwardingScope implements Scope<BigInteger, Boolean> {
    protected final Scope<BigInteger, Boolean> state;

    ForwardingScope(Scope<BigInteger, Boolean> state) {
        this.state = state;
    }

    @Override
    public Algebra<BigInteger, Boolean> algebra() {
        return state.algebra();
    }

    @Override
    public Optional<String> moment() {
        return state.moment();
    }

    @Override
    public BigInteger local(Variable variable) {
        return state.local(variable);
    }

    @Override
    public BigInteger account(String name) {
        return state.account(name);
    }

    @Override
    public BigInteger parameter(String name) {
        return state.parameter(name);
    }

    @Override
    public BigInteger context(Expr.Context.Field field) {
        return state.context(field);
    }

    @Override
    public BigInteger call(Expr.ViewCall call, List<BigInteger> arguments) {
        return state.call(call, arguments);
    }

    @Override
    public Optional<BigInteger> distance(Expr.ViewCall call, List<BigInteger> arguments) {
        return state.distance(call, arguments);
    }

    @Override
    public BigInteger storage(Expr.StorageRead read, List<BigInteger> keys) {
        return state.storage(read, keys);
    }

    @Override
    public BigInteger sum(Expr.MappingSum sum, List<BigInteger> keys) {
        return state.sum(sum, keys);
    }

    @Override
    public BigInteger etherBalance(BigInteger account) {
        return state.etherBalance(account);
    }

    @Override
    public BigInteger windowed(Expr.Windowed aggregate, Optional<BigInteger> seconds, Optional<BigInteger> key) {
        return state.windowed(aggregate, seconds, key);
    }

    @Override
    public BigInteger past(Expr.Past operator, Optional<BigInteger> seconds) {
        return state.past(operator, seconds);
    }

    @Override
    public Boolean can(Expr.Can can, BigInteger sender, List<BigInteger> arguments) {
        return state.can(can, sender, arguments);
    }

    @Override
    public Boolean sameWithout(Expr.SameWithout comparison) {
        return state.sameWithout(comparison);
    }

    @Override
    public Optional<String> difference(Expr.SameWithout comparison) {
        return state.difference(comparison);
    }

    @Override
    public Boolean forAll(Expr.ForAll quantifier, Function<BigInteger, Boolean> body) {
        return state.forAll(quantifier, body);
    }

    @Override
    public BigInteger ghost(GhostVariable variable) {
        return state.ghost(variable);
    }
}
