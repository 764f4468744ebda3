package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Variable;

/**
 * A state in which everything that can be read has a value by how it is written, keys aside.
 *
 * @param time of the state
 * @param clock of the step that looks at it
 */
record TestScope(
        BigInteger time,
        BigInteger clock,
        Map<String, BigInteger> values,
        UnaryOperator<BigInteger> missing,
        Optional<TestScope> before,
        Map<Variable, BigInteger> locals)
        implements Scope<BigInteger, Boolean> {
    static TestScope at(long time, Map<String, BigInteger> values) {
        return new TestScope(
                BigInteger.valueOf(time),
                BigInteger.valueOf(time),
                values,
                _ -> {
                    throw new UndefinedValue("no value");
                },
                Optional.empty(),
                Map.of());
    }

    TestScope after(TestScope earlier) {
        return new TestScope(time, clock, values, missing, Optional.of(earlier), locals);
    }

    private BigInteger value(Expr expr, List<BigInteger> arguments) {
        String name = Printer.print(expr);
        BigInteger seed =
                BigInteger.valueOf(name.hashCode()).add(arguments.stream().reduce(time, BigInteger::add));
        return values.containsKey(name) ? values.get(name) : missing.apply(seed);
    }

    @Override
    public Algebra<BigInteger, Boolean> algebra() {
        return ConcreteAlgebra.INSTANCE;
    }

    @Override
    public Scope<BigInteger, Boolean> previous() {
        TestScope earlier = before.orElse(this);
        return new TestScope(earlier.time, clock, earlier.values, earlier.missing, earlier.before, locals);
    }

    @Override
    public Scope<BigInteger, Boolean> at(Expr.Context.Field field, BigInteger other) {
        return new TestScope(time, other, values, missing, before, locals);
    }

    @Override
    public Scope<BigInteger, Boolean> bind(Variable variable, BigInteger value) {
        Map<Variable, BigInteger> more = new HashMap<>(locals);
        more.put(variable, value);
        return new TestScope(time, clock, values, missing, before, more);
    }

    @Override
    public BigInteger local(Variable variable) {
        return Optional.ofNullable(locals.get(variable)).orElseThrow();
    }

    @Override
    public BigInteger account(String name) {
        return BigInteger.valueOf(name.hashCode()).abs();
    }

    @Override
    public BigInteger parameter(String name) {
        return account(name);
    }

    @Override
    public BigInteger context(Expr.Context.Field field) {
        return field == Expr.Context.Field.TIMESTAMP ? clock : BigInteger.valueOf(field.ordinal());
    }

    @Override
    public BigInteger call(Expr.ViewCall call, List<BigInteger> arguments) {
        return value(call, arguments);
    }

    @Override
    public BigInteger storage(Expr.StorageRead read, List<BigInteger> keys) {
        return value(read, keys);
    }

    @Override
    public BigInteger sum(Expr.MappingSum sum, List<BigInteger> keys) {
        return value(sum, keys);
    }

    @Override
    public BigInteger etherBalance(BigInteger account) {
        return missing.apply(account);
    }

    @Override
    public BigInteger windowed(Expr.Windowed aggregate, Optional<BigInteger> seconds, Optional<BigInteger> key) {
        return value(aggregate, seconds.stream().toList());
    }

    @Override
    public BigInteger past(Expr.Past operator, Optional<BigInteger> seconds) {
        return value(operator, seconds.stream().toList());
    }

    @Override
    public Boolean sameWithout(Expr.SameWithout comparison) {
        throw new IllegalStateException("no step is made again: " + comparison.span());
    }

    @Override
    public Boolean can(Expr.Can can, BigInteger sender, List<BigInteger> arguments) {
        return value(can, arguments).testBit(0);
    }

    @Override
    public Boolean forAll(Expr.ForAll quantifier, Function<BigInteger, Boolean> body) {
        List<BigInteger> domain = quantifier.domain().isEmpty()
                ? List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.valueOf(255))
                : quantifier.domain().stream()
                        .map(e -> Evaluator.integer(e, this))
                        .toList();
        return domain.stream().allMatch(body::apply);
    }

    @Override
    public BigInteger ghost(GhostVariable variable) {
        throw new IllegalStateException();
    }
}
