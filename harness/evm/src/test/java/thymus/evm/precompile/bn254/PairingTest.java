package thymus.evm.precompile.bn254;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

@Domain(Elements.class)
class PairingTest {
    private static final Fp12 E = pairing(PointTest.G, PointTest.H);

    private static Fp12 pairing(Point<Fp> p, Point<Fp2> q) {
        return Pairing.product(List.of(new Pairing.Pair(p, q)));
    }

    @Property(tries = 30)
    void isBilinear(@ForAll BigInteger a, @ForAll BigInteger b) {
        Point<Fp> p = PointTest.G.multiply(a);
        Point<Fp2> q = PointTest.H.multiply(b);
        BigInteger ab = a.multiply(b).mod(Curve.ORDER);
        assertEquals(ab.signum() == 0 ? Fp12.ONE : E.power(ab), pairing(p, q));
        assertEquals(
                pairing(p, PointTest.H).multiply(pairing(PointTest.G, q)),
                Pairing.product(List.of(new Pairing.Pair(p, PointTest.H), new Pairing.Pair(PointTest.G, q))));
    }

    @Test
    void isNotDegenerateAndHasValuesOfTheOrder() {
        assertNotEquals(Fp12.ONE, E);
        assertEquals(Fp12.ONE, E.power(Curve.ORDER));
    }

    @Test
    void infinityPairsToOne() {
        assertEquals(Fp12.ONE, pairing(PointTest.G.infinity(), PointTest.H));
        assertEquals(Fp12.ONE, pairing(PointTest.G, PointTest.H.infinity()));
        assertEquals(Fp12.ONE, Pairing.product(List.of()));
    }

    @Property(tries = 3)
    void theFinalExponentiationIsThePower(@ForAll Fp12 x) {
        if (!x.isZero()) {
            BigInteger exponent = Fp.P.pow(12).subtract(BigInteger.ONE).divide(Curve.ORDER);
            assertEquals(x.power(exponent), FinalExponentiation.of(x));
        }
    }
}
