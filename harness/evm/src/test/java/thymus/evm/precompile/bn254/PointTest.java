package thymus.evm.precompile.bn254;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import thymus.evm.precompile.field.Field;
import thymus.evm.primitive.Word;

/** The points of either group are one, of the order that is claimed. */
@Domain(Elements.class)
class PointTest {
    static final Point<Fp> G = Curve.g1(Word.of(1), Word.of(2)).orElseThrow();
    static final Point<Fp2> H = Curve.g2(
                    number(
                            "1800deef121f1e76426a00665e5c4479674322d4f75edadd46debd5cd992f6ed",
                            "198e9393920d483a7260bfb731fb5d25f1aa493335a9e71297e485b7aef312c2"),
                    number(
                            "12c85ea5db8c6deb4aab71808dcb408fe3d1e7690c43d37b4ce6cc0166fa7daa",
                            "090689d0585ff075ec9e99ad690c3395bc4b313370b38ef355acdadcd122975b"))
            .orElseThrow();

    static Fp2 number(String real, String imaginary) {
        return new Fp2(
                Fp.of(Word.parse(real)).orElseThrow(),
                Fp.of(Word.parse(imaginary)).orElseThrow());
    }

    @Property(tries = 50)
    void g1(@ForAll BigInteger a, @ForAll BigInteger b) {
        laws(G, a, b);
    }

    @Property(tries = 30)
    void g2(@ForAll BigInteger a, @ForAll BigInteger b) {
        laws(H, a, b);
        assertTrue(Curve.isInG2(H.multiply(a)));
    }

    private static <F extends Field<F>> void laws(Point<F> one, BigInteger a, BigInteger b) {
        Point<F> x = one.multiply(a);
        Point<F> y = one.multiply(b);
        assertTrue(x.add(y).isSame(one.multiply(a.add(b))));
        assertTrue(x.add(y).isSame(y.add(x)));
        assertTrue(x.multiply(b).isSame(y.multiply(a)));
        assertTrue(x.add(x).isSame(x.twice()));
        assertTrue(x.add(x.negate()).isInfinity());
        assertTrue(x.add(x.infinity()).isSame(x));
        assertTrue(x.infinity().add(x).isSame(x));
        assertTrue(x.infinity().multiply(b).isInfinity());
        assertTrue(x.multiply(Curve.ORDER).isInfinity());
        if (!x.isInfinity()) {
            assertTrue(x.isSame(x.normalized()));
            assertFalse(x.isSame(x.twice()));
        }
    }

    @Test
    void multiplyingIsAddingAgainAndAgain() {
        Point<Fp> sum = G.infinity();
        for (int i = 0; i < 200; i++) {
            assertTrue(sum.isSame(G.multiply(BigInteger.valueOf(i))), "times " + i);
            sum = sum.add(G);
        }
    }

    /** The twist has more points than those of G2, almost all of other orders. */
    @Test
    void pointsOfTheTwistOutsideG2AreRefused() {
        Fp2 x = new Fp2(Fp.of(2), Fp.ONE);
        Fp2 y = number(
                "101f7278419308b95099eca02dcee0c5381f4d26d1d62313f057167f064101ce",
                "2b76c179599bb92a963dac85546a005a777f7c13f6a7b75d5918b6b5808f5fde");
        assertEquals(y.square(), x.square().multiply(x).add(Curve.TWIST_B));
        assertEquals(Optional.empty(), Curve.g2(x, y));
        Point<Fp2> outside = new Point<>(x, y, Fp2.ONE);
        assertFalse(outside.multiply(Curve.ORDER).isInfinity());
        // The number of points is the order times 2P less the order: that takes any point into G2.
        BigInteger cofactor = Fp.P.shiftLeft(1).subtract(Curve.ORDER);
        assertTrue(Curve.isInG2(outside.multiply(cofactor)));
        assertFalse(Curve.isInG2(outside.multiply(cofactor).add(outside)));
    }
}
