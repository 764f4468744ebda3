package thymus.evm.precompile.bls12381;

import java.util.List;
import java.util.Optional;

/**
 * Maps a field element to a point of the curve (RFC 9380, sections 6.6.2 and 6.6.3). The steps are the simplified map
 * of Shallue, van de Woestijne and Ulas to an isogenous curve y² = x³ + ax + b, and the isogeny. The point need not
 * be in the group.
 *
 * @param z the non-square of the map
 * @param isogeny to the curve itself
 */
record MapToCurve<F extends RootField<F>>(F a, F b, F z, F one, Isogeny<F> isogeny) {
    /** The affine coordinates of a point that is not infinity. */
    record Coordinates<F>(F x, F y) {}

    /**
     * Maps (x, y) to (numerator of x / denominator of x, y · numerator of y / denominator of y). Each is a polynomial
     * of x with its lowest coefficient first.
     */
    record Isogeny<F extends RootField<F>>(
            List<F> xNumerator, List<F> xDenominator, List<F> yNumerator, List<F> yDenominator) {
        /** The image; empty for infinity, to which the kernel maps. */
        Optional<Coordinates<F>> apply(Coordinates<F> point) {
            F xd = evaluate(xDenominator, point.x);
            F yd = evaluate(yDenominator, point.x);
            if (xd.isZero() || yd.isZero()) {
                return Optional.empty();
            }
            F inverse = xd.multiply(yd).inverse();
            F x = evaluate(xNumerator, point.x).multiply(yd).multiply(inverse);
            F y = evaluate(yNumerator, point.x).multiply(xd).multiply(inverse);
            return Optional.of(new Coordinates<>(x, y.multiply(point.y)));
        }

        private static <F extends RootField<F>> F evaluate(List<F> polynomial, F x) {
            F sum = polynomial.getLast();
            for (F coefficient : polynomial.reversed().subList(1, polynomial.size())) {
                sum = sum.multiply(x).add(coefficient);
            }
            return sum;
        }
    }

    /** The image of u; empty for infinity. */
    Optional<Coordinates<F>> map(F u) {
        F zuu = z.multiply(u.square());
        F t = zuu.square().add(zuu);
        F x1 = t.isZero()
                ? b.multiply(z.multiply(a).inverse())
                : b.negate().multiply(a.inverse()).multiply(t.inverse().add(one));
        // If the first x has no y, the second has one.
        Coordinates<F> point = at(x1).or(() -> at(zuu.multiply(x1))).orElseThrow();
        F y = point.y.isOdd() == u.isOdd() ? point.y : point.y.negate();
        return isogeny.apply(new Coordinates<>(point.x, y));
    }

    private Optional<Coordinates<F>> at(F x) {
        return x.square().add(a).multiply(x).add(b).squareRoot().map(y -> new Coordinates<>(x, y));
    }
}
