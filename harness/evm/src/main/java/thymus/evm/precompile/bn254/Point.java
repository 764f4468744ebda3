package thymus.evm.precompile.bn254;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.evm.precompile.field.Field;

/**
 * A point of a curve y² = x³ + b in Jacobian coordinates: (x/z², y/z³), and infinity if z is 0. The formulas do not
 * need b. They are {@code dbl-2009-l} and {@code add-2007-bl} of the Explicit-Formulas Database.
 */
public record Point<F extends Field<F>>(F x, F y, F z) {
    private static final int WINDOW = 5;

    public boolean isInfinity() {
        return z.isZero();
    }

    public Point<F> infinity() {
        return new Point<>(x, y, z.subtract(z));
    }

    public Point<F> negate() {
        return new Point<>(x, y.negate(), z);
    }

    public Point<F> twice() {
        F xx = x.square();
        F yy = y.square();
        F yyyy = yy.square();
        F s = x.add(yy).square().subtract(xx).subtract(yyyy).twice();
        F m = xx.twice().add(xx);
        F x3 = m.square().subtract(s.twice());
        return new Point<>(
                x3,
                m.multiply(s.subtract(x3)).subtract(yyyy.twice().twice().twice()),
                y.multiply(z).twice());
    }

    public Point<F> add(Point<F> other) {
        if (isInfinity()) {
            return other;
        }
        if (other.isInfinity()) {
            return this;
        }
        F zz = z.square();
        F zz2 = other.z.square();
        F u = x.multiply(zz2);
        F s = y.multiply(other.z).multiply(zz2);
        F h = other.x.multiply(zz).subtract(u);
        F r = other.y.multiply(z).multiply(zz).subtract(s).twice();
        if (h.isZero()) {
            return r.isZero() ? twice() : infinity();
        }
        F i = h.twice().square();
        F j = h.multiply(i);
        F v = u.multiply(i);
        F x3 = r.square().subtract(j).subtract(v.twice());
        F y3 = r.multiply(v.subtract(x3)).subtract(s.multiply(j).twice());
        return new Point<>(
                x3, y3, z.add(other.z).square().subtract(zz).subtract(zz2).multiply(h));
    }

    /** @param factor not negative */
    public Point<F> multiply(BigInteger factor) {
        int[] digits = SignedDigits.of(factor, WINDOW);
        // The multiples 1, 3, 5, … of this point.
        List<Point<F>> odd = new ArrayList<>(List.of(this));
        Point<F> two = twice();
        while (odd.size() < 1 << (WINDOW - 2)) {
            odd.add(odd.getLast().add(two));
        }
        Point<F> sum = infinity();
        for (int i = digits.length - 1; i >= 0; i--) {
            sum = sum.twice();
            if (digits[i] > 0) {
                sum = sum.add(odd.get(digits[i] >> 1));
            } else if (digits[i] < 0) {
                sum = sum.add(odd.get(-digits[i] >> 1).negate());
            }
        }
        return sum;
    }

    /** The same point with z = 1; not defined for infinity. */
    public Point<F> normalized() {
        F inverse = z.inverse();
        F squared = inverse.square();
        return new Point<>(x.multiply(squared), y.multiply(squared).multiply(inverse), inverse.multiply(z));
    }

    /** Returns whether both are the same point; coordinates may differ. */
    public boolean isSame(Point<F> other) {
        return add(other.negate()).isInfinity();
    }
}
