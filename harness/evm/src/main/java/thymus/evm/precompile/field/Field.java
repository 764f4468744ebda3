package thymus.evm.precompile.field;

import java.math.BigInteger;

/**
 * An element of a field; immutable.
 *
 * @param <F> the field
 */
public interface Field<F extends Field<F>> {
    F add(F y);

    F subtract(F y);

    F negate();

    F multiply(F y);

    F square();

    /** @throws ArithmeticException for zero */
    F inverse();

    boolean isZero();

    default F twice() {
        return add(self());
    }

    /** @param exponent above zero */
    default F power(BigInteger exponent) {
        F result = self();
        for (int i = exponent.bitLength() - 2; i >= 0; i--) {
            result = result.square();
            if (exponent.testBit(i)) {
                result = result.multiply(self());
            }
        }
        return result;
    }

    /** This element, with its type. */
    F self();
}
