package thymus.spec.monitor;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * The run-time algebra with unknown truth values; a number that depends on one is empty. A value under an unknown
 * condition may not exist, and is then unknown too.
 */
enum KleeneAlgebra implements Algebra<Optional<BigInteger>, Kleene> {
    INSTANCE;

    private static final ConcreteAlgebra KNOWN = ConcreteAlgebra.INSTANCE;

    private static Optional<BigInteger> both(
            Optional<BigInteger> left, Optional<BigInteger> right, BinaryOperator<BigInteger> operator) {
        return left.flatMap(l -> right.map(r -> operator.apply(l, r)));
    }

    @Override
    public Optional<BigInteger> integer(BigInteger value) {
        return Optional.of(value);
    }

    @Override
    public Kleene truth(boolean value) {
        return Kleene.of(value);
    }

    @Override
    public Optional<BigInteger> add(Optional<BigInteger> left, Optional<BigInteger> right) {
        return both(left, right, KNOWN::add);
    }

    @Override
    public Optional<BigInteger> subtract(Optional<BigInteger> left, Optional<BigInteger> right) {
        return both(left, right, KNOWN::subtract);
    }

    @Override
    public Optional<BigInteger> multiply(Optional<BigInteger> left, Optional<BigInteger> right) {
        return both(left, right, KNOWN::multiply);
    }

    @Override
    public Optional<BigInteger> divide(Optional<BigInteger> left, Optional<BigInteger> right) {
        return both(left, right, KNOWN::divide);
    }

    @Override
    public Optional<BigInteger> modulo(Optional<BigInteger> left, Optional<BigInteger> right) {
        return both(left, right, KNOWN::modulo);
    }

    private static Kleene compared(Optional<Boolean> outcome) {
        return outcome.map(Kleene::of).orElse(Kleene.UNKNOWN);
    }

    @Override
    public Kleene less(Optional<BigInteger> left, Optional<BigInteger> right) {
        return compared(left.flatMap(l -> right.map(r -> KNOWN.less(l, r))));
    }

    @Override
    public Kleene lessOrEqual(Optional<BigInteger> left, Optional<BigInteger> right) {
        return compared(left.flatMap(l -> right.map(r -> KNOWN.lessOrEqual(l, r))));
    }

    @Override
    public Kleene equal(Optional<BigInteger> left, Optional<BigInteger> right) {
        return compared(left.flatMap(l -> right.map(r -> KNOWN.equal(l, r))));
    }

    @Override
    public Kleene not(Kleene operand) {
        return operand.negated();
    }

    @Override
    public Kleene and(Kleene left, Supplier<Kleene> right) {
        return switch (left) {
            case FALSE -> Kleene.FALSE;
            case TRUE -> right.get();
            case UNKNOWN -> perhaps(right, Kleene.UNKNOWN) == Kleene.FALSE ? Kleene.FALSE : Kleene.UNKNOWN;
        };
    }

    @Override
    public Kleene or(Kleene left, Supplier<Kleene> right) {
        return switch (left) {
            case TRUE -> Kleene.TRUE;
            case FALSE -> right.get();
            case UNKNOWN -> perhaps(right, Kleene.UNKNOWN) == Kleene.TRUE ? Kleene.TRUE : Kleene.UNKNOWN;
        };
    }

    @Override
    public Optional<BigInteger> choose(
            Kleene condition, Supplier<Optional<BigInteger>> then, Supplier<Optional<BigInteger>> otherwise) {
        return switch (condition) {
            case TRUE -> then.get();
            case FALSE -> otherwise.get();
            case UNKNOWN -> {
                Optional<BigInteger> first = perhaps(then, Optional.empty());
                yield first.equals(perhaps(otherwise, Optional.empty())) ? first : Optional.empty();
            }
        };
    }

    /** Evaluates a value that may not be needed. An error makes it unknown. */
    private static <T> T perhaps(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (UndefinedValue e) {
            return otherwise;
        }
    }
}
