package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;

/** The run-time algebra that also computes the branch distance of each truth value. */
enum BranchDistance implements Algebra<BigInteger, Measure> {
    INSTANCE;

    private static final ConcreteAlgebra NUMBERS = ConcreteAlgebra.INSTANCE;

    @Override
    public BigInteger integer(BigInteger value) {
        return value;
    }

    @Override
    public Measure truth(boolean value) {
        return Measure.withoutDistance(value);
    }

    @Override
    public BigInteger add(BigInteger left, BigInteger right) {
        return NUMBERS.add(left, right);
    }

    @Override
    public BigInteger subtract(BigInteger left, BigInteger right) {
        return NUMBERS.subtract(left, right);
    }

    @Override
    public BigInteger multiply(BigInteger left, BigInteger right) {
        return NUMBERS.multiply(left, right);
    }

    @Override
    public BigInteger divide(BigInteger left, BigInteger right) {
        return NUMBERS.divide(left, right);
    }

    @Override
    public BigInteger modulo(BigInteger left, BigInteger right) {
        return NUMBERS.modulo(left, right);
    }

    @Override
    public Measure less(BigInteger left, BigInteger right) {
        BigInteger gap = right.subtract(left);
        return ordered(gap.signum() > 0, gap, BigInteger.ZERO);
    }

    @Override
    public Measure lessOrEqual(BigInteger left, BigInteger right) {
        BigInteger gap = right.subtract(left);
        return ordered(gap.signum() >= 0, gap, BigInteger.ONE);
    }

    /** @param edge the distance to falsehood if the gap is 0 */
    private static Measure ordered(boolean truth, BigInteger gap, BigInteger edge) {
        BigInteger distance =
                truth ? gap.add(edge) : BigInteger.ONE.subtract(edge).subtract(gap);
        return new Measure(truth, Optional.of(distance));
    }

    @Override
    public Measure equal(BigInteger left, BigInteger right) {
        BigInteger gap = right.subtract(left);
        return gap.signum() == 0 ? truth(true) : new Measure(false, Optional.of(gap.abs()));
    }

    /** The distance between addresses is meaningless, so equality has no gradient. */
    @Override
    public Measure same(BigInteger left, BigInteger right) {
        return truth(left.equals(right));
    }

    @Override
    public Measure not(Measure operand) {
        return operand.negated();
    }

    @Override
    public Measure and(Measure left, Supplier<Measure> right) {
        return left.truth() ? left.and(right.get()) : left;
    }

    @Override
    public Measure or(Measure left, Supplier<Measure> right) {
        return left.truth() ? left : left.or(right.get());
    }

    @Override
    public BigInteger choose(Measure condition, Supplier<BigInteger> then, Supplier<BigInteger> otherwise) {
        return condition.truth() ? then.get() : otherwise.get();
    }

    /** The distance is that of the branch taken, not that of the condition. */
    @Override
    public Measure decide(Measure condition, Supplier<Measure> then, Supplier<Measure> otherwise) {
        return condition.truth() ? then.get() : otherwise.get();
    }
}
