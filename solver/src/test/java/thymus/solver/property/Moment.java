package thymus.solver.property;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.monitor.Algebra;
import thymus.spec.monitor.ConcreteAlgebra;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Variable;

/** A settled state of which only the time and the accounts are known, and of the one before it nothing. */
record Moment(BigInteger time, Map<String, BigInteger> accounts, Map<Variable, BigInteger> locals)
        implements Scope<BigInteger, Boolean> {
    @Override
    public Algebra<BigInteger, Boolean> algebra() {
        return ConcreteAlgebra.INSTANCE;
    }

    @Override
    public Scope<BigInteger, Boolean> bind(Variable variable, BigInteger value) {
        Map<Variable, BigInteger> more = new HashMap<>(locals);
        more.put(variable, value);
        return new Moment(time, accounts, more);
    }

    @Override
    public BigInteger local(Variable variable) {
        return locals.get(variable);
    }

    @Override
    public BigInteger account(String name) {
        return accounts.get(name);
    }

    @Override
    public BigInteger context(Expr.Context.Field field) {
        if (field == Expr.Context.Field.TIMESTAMP) {
            return time;
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public Scope<BigInteger, Boolean> previous() {
        return this;
    }

    @Override
    public BigInteger call(Expr.ViewCall call, List<BigInteger> arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigInteger storage(Expr.StorageRead read, List<BigInteger> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigInteger sum(Expr.MappingSum sum, List<BigInteger> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigInteger etherBalance(BigInteger account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigInteger windowed(Expr.Windowed aggregate, Optional<BigInteger> seconds, Optional<BigInteger> key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean can(Expr.Can can, BigInteger sender, List<BigInteger> arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Boolean forAll(Expr.ForAll quantifier, Function<BigInteger, Boolean> body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BigInteger ghost(GhostVariable variable) {
        throw new UnsupportedOperationException();
    }
}
