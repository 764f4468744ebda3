package thymus.solver.property;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import thymus.spec.monitor.Algebra;
import thymus.spec.monitor.ConcreteAlgebra;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.Scope;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Variable;

/**
 * A settled state of which only the accounts and the words of its step are known.
 *
 * @param number of the block
 * @param settled when it settled, whatever clock looks at it
 */
record Moment(
        BigInteger time,
        BigInteger value,
        Optional<Moment> before,
        Map<String, BigInteger> accounts,
        Map<Variable, BigInteger> locals,
        BigInteger number,
        BigInteger settled)
        implements Scope<BigInteger, Boolean> {
    Moment(
            BigInteger time,
            BigInteger value,
            Optional<Moment> before,
            Map<String, BigInteger> accounts,
            Map<Variable, BigInteger> locals) {
        this(time, value, before, accounts, locals, block(time), time);
    }

    /** The number of the block at a time: some blocks have one second, some two. */
    static BigInteger block(BigInteger time) {
        return time.multiply(BigInteger.TWO).divide(BigInteger.valueOf(3)).add(BigInteger.ONE);
    }

    @Override
    public Algebra<BigInteger, Boolean> algebra() {
        return ConcreteAlgebra.INSTANCE;
    }

    @Override
    public Scope<BigInteger, Boolean> at(Expr.Context.Field clock, BigInteger other) {
        return clock == Expr.Context.Field.BLOCK
                ? new Moment(settled, value, before, accounts, locals, other, settled)
                : new Moment(other, value, before, accounts, locals, number, settled);
    }

    @Override
    public Scope<BigInteger, Boolean> bind(Variable variable, BigInteger value) {
        Map<Variable, BigInteger> more = new HashMap<>(locals);
        more.put(variable, value);
        return new Moment(time, this.value, before, accounts, more, number, settled);
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
    public BigInteger parameter(String name) {
        return accounts.get(name);
    }

    @Override
    public BigInteger context(Expr.Context.Field field) {
        return switch (field) {
            case TIMESTAMP -> time;
            case VALUE -> value;
            case BLOCK -> number;
            case SENDER -> accounts.get("guardian");
            case SELECTOR -> throw absent("selectors");
        };
    }

    @Override
    public Scope<BigInteger, Boolean> previous() {
        return new Moment(
                time,
                value,
                before.flatMap(Moment::before),
                accounts,
                locals,
                number,
                before.map(Moment::settled).orElse(settled));
    }

    @Override
    public BigInteger call(Expr.ViewCall call, List<BigInteger> arguments) {
        throw absent("views");
    }

    @Override
    public BigInteger storage(Expr.StorageRead read, List<BigInteger> keys) {
        throw absent("storage");
    }

    @Override
    public BigInteger sum(Expr.MappingSum sum, List<BigInteger> keys) {
        throw absent("mappings");
    }

    @Override
    public BigInteger etherBalance(BigInteger account) {
        throw absent("ether");
    }

    @Override
    public BigInteger windowed(Expr.Windowed aggregate, Optional<BigInteger> seconds, Optional<BigInteger> key) {
        throw absent("windows beneath the monitor");
    }

    @Override
    public BigInteger past(Expr.Past operator, Optional<BigInteger> seconds) {
        throw absent("past beneath the monitor");
    }

    @Override
    public Boolean sameWithout(Expr.SameWithout comparison) {
        throw new IllegalStateException("no step is made again: " + comparison.span());
    }

    @Override
    public Boolean can(Expr.Can can, BigInteger sender, List<BigInteger> arguments) {
        throw absent("calls");
    }

    @Override
    public Boolean forAll(Expr.ForAll quantifier, Function<BigInteger, Boolean> body) {
        return quantifier.domain().isEmpty()
                ? accounts.values().stream().allMatch(body::apply)
                : quantifier.domain().stream()
                        .map(element -> Evaluator.integer(element, this))
                        .allMatch(body::apply);
    }

    @Override
    public BigInteger ghost(GhostVariable variable) {
        throw absent("ghosts");
    }

    /** A trace with it would compare less than it says. */
    private static UnsupportedOperationException absent(String what) {
        return new UnsupportedOperationException("these traces have no " + what);
    }
}
