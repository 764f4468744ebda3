package thymus.spec.check;

import java.math.BigInteger;
import java.util.Optional;
import thymus.spec.monitor.ConcreteAlgebra;
import thymus.spec.tree.BinaryOperator;

/** Folds arithmetic of constants. */
final class Folding {
    private Folding() {}

    static BigInteger fold(BinaryOperator operator, BigInteger left, BigInteger right) {
        return switch (operator) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> ConcreteAlgebra.INSTANCE.divide(left, right);
            case MODULO -> ConcreteAlgebra.INSTANCE.modulo(left, right);
            case MINIMUM -> left.min(right);
            case MAXIMUM -> left.max(right);
            case LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, IMPLIES ->
                throw new IllegalArgumentException(operator.name());
        };
    }

    /** @return empty if the exponent is negative or the power has more than {@link Literals#MOST_BITS} bits */
    static Optional<BigInteger> power(BigInteger base, BigInteger exponent) {
        boolean tiny = base.abs().compareTo(BigInteger.ONE) <= 0;
        if (exponent.signum() < 0 || (!tiny && exponent.bitLength() > 12)) {
            return Optional.empty();
        }
        if (tiny) {
            // Powers of 0, 1 and -1 depend only on whether the exponent is zero and whether it is even.
            return Optional.of(base.pow(exponent.signum() == 0 ? 0 : exponent.testBit(0) ? 1 : 2));
        }
        boolean large = (long) (base.bitLength() - 1) * exponent.intValue() > Literals.MOST_BITS;
        Optional<BigInteger> power = large ? Optional.empty() : Optional.of(base.pow(exponent.intValue()));
        return power.filter(p -> p.bitLength() <= Literals.MOST_BITS);
    }
}
