package thymus.evm.precompile.bls12381;

import java.util.Optional;
import thymus.evm.precompile.field.Field;

/**
 * A field whose elements can be mapped to a curve.
 *
 * @param <F> the field
 */
interface RootField<F extends RootField<F>> extends Field<F> {
    /** One of the two roots; empty if the element is not a square. */
    Optional<F> squareRoot();

    /** Distinguishes an element from its negation: {@code sgn0} of RFC 9380, section 4.1. */
    boolean isOdd();
}
