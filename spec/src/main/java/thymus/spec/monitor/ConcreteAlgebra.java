package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.function.Supplier;

/** The run-time algebra with exact integers. */
public enum ConcreteAlgebra implements Algebra<BigInteger, Boolean> {
    INSTANCE;

    @Override
    public BigInteger integer(BigInteger value) {
        return value;
    }

    @Override
    public Boolean truth(boolean value) {
        return value;
    }

    @Override
    public BigInteger add(BigInteger left, BigInteger right) {
        return left.add(right);
    }

    @Override
    public BigInteger subtract(BigInteger left, BigInteger right) {
        return left.subtract(right);
    }

    @Override
    public BigInteger multiply(BigInteger left, BigInteger right) {
        return left.multiply(right);
    }

    /** @throws DivisionByZero if {@code right} is 0 */
    @Override
    public BigInteger divide(BigInteger left, BigInteger right) {
        if (right.signum() == 0) {
            throw new DivisionByZero();
        }
        BigInteger[] parts = left.divideAndRemainder(right);
        boolean roundedUp = parts[1].signum() != 0 && parts[1].signum() != right.signum();
        return roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** @throws DivisionByZero if {@code right} is 0 */
    @Override
    public BigInteger modulo(BigInteger left, BigInteger right) {
        return left.subtract(right.multiply(divide(left, right)));
    }

    @Override
    public Boolean less(BigInteger left, BigInteger right) {
        return left.compareTo(right) < 0;
    }

    @Override
    public Boolean lessOrEqual(BigInteger left, BigInteger right) {
        return left.compareTo(right) <= 0;
    }

    @Override
    public Boolean equal(BigInteger left, BigInteger right) {
        return left.equals(right);
    }

    @Override
    public Boolean not(Boolean operand) {
        return !operand;
    }

    @Override
    public Boolean and(Boolean left, Supplier<Boolean> right) {
        return left && right.get();
    }

    @Override
    public Boolean or(Boolean left, Supplier<Boolean> right) {
        return left || right.get();
    }

    @Override
    public BigInteger choose(Boolean condition, Supplier<BigInteger> then, Supplier<BigInteger> otherwise) {
        return condition ? then.get() : otherwise.get();
    }
}
