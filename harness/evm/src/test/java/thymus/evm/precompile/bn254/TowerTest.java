package thymus.evm.precompile.bn254;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import thymus.evm.precompile.field.Field;

/** The extensions are fields, and their short cuts give what the long way does. */
@Domain(Elements.class)
class TowerTest {
    private static final Fp2 I = new Fp2(Fp.ZERO, Fp.ONE);
    private static final Fp6 V = new Fp6(Fp2.ZERO, Fp2.ONE, Fp2.ZERO);
    private static final Fp12 W = new Fp12(Fp6.ZERO, Fp6.ONE);

    @Property(tries = 300)
    void fp2(@ForAll Fp2 x, @ForAll Fp2 y, @ForAll Fp2 z) {
        axioms(x, y, z, Fp2.ONE);
        assertEquals(Fp2.ONE.negate(), I.square());
        assertEquals(x.multiply(Fp2.XI), x.timesXi());
        assertEquals(x.multiply(new Fp2(y.a(), Fp.ZERO)), x.multiply(y.a()));
    }

    @Property(tries = 300)
    void fp6(@ForAll Fp6 x, @ForAll Fp6 y, @ForAll Fp6 z) {
        axioms(x, y, z, Fp6.ONE);
        assertEquals(new Fp6(Fp2.XI, Fp2.ZERO, Fp2.ZERO), V.multiply(V).multiply(V));
        assertEquals(x.multiply(V), x.timesV());
        assertEquals(x.multiply(new Fp6(y.a(), Fp2.ZERO, Fp2.ZERO)), x.multiply(y.a()));
        assertEquals(x.multiply(new Fp6(y.a(), y.b(), Fp2.ZERO)), x.multiply(y.a(), y.b()));
    }

    @Property(tries = 300)
    void fp12(@ForAll Fp12 x, @ForAll Fp12 y, @ForAll Fp12 z) {
        axioms(x, y, z, Fp12.ONE);
        assertEquals(new Fp12(V, Fp6.ZERO), W.square());
        Fp2 p = y.a().a();
        Fp2 q = y.b().a();
        Fp2 r = y.b().b();
        assertEquals(
                x.multiply(new Fp12(new Fp6(p, Fp2.ZERO, Fp2.ZERO), new Fp6(q, r, Fp2.ZERO))), x.multiply(p, q, r));
    }

    @Property(tries = 20)
    void frobeniusIsThePowerOfThePrime(@ForAll Fp12 x) {
        assertEquals(x.power(Fp.P), x.frobenius());
        assertEquals(x.power(Fp.P.pow(6)), x.conjugate());
    }

    @Property(tries = 100)
    void cyclotomicSquaresAreSquares(@ForAll Fp12 x) {
        if (!x.isZero()) {
            Fp12 once = x.conjugate().multiply(x.inverse());
            Fp12 y = once.frobenius().frobenius().multiply(once);
            assertEquals(y.square(), y.cyclotomicSquare());
            assertEquals(y.inverse(), y.conjugate());
        }
    }

    private static <F extends Field<F>> void axioms(F x, F y, F z, F one) {
        assertEquals(x.multiply(y), y.multiply(x));
        assertEquals(x.multiply(y).multiply(z), x.multiply(y.multiply(z)));
        assertEquals(x.multiply(y.add(z)), x.multiply(y).add(x.multiply(z)));
        assertEquals(x.add(y).subtract(y), x);
        assertEquals(x.add(x.negate()), x.subtract(x));
        assertEquals(x.multiply(one), x);
        assertEquals(x.multiply(x), x.square());
        if (!x.isZero()) {
            assertEquals(one, x.multiply(x.inverse()));
        }
    }
}
