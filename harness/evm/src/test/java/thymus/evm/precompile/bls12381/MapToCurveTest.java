package thymus.evm.precompile.bls12381;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The maps go to the curve and, once in the library, into the group. */
class MapToCurveTest {
    @Provide
    Arbitrary<BigInteger> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, Fp.P.subtract(BigInteger.ONE)),
                Arbitraries.integers().between(0, 3).map(BigInteger::valueOf),
                Arbitraries.integers().between(1, 3).map(below -> Fp.P.subtract(BigInteger.valueOf(below))));
    }

    @Property(tries = 100)
    void numbersGoToG1(@ForAll("numbers") BigInteger u) {
        Optional<MapToCurve.Coordinates<Fp>> point = G1Map.MAP.map(Fp.of(u));
        point.ifPresent(
                p -> assertEquals(p.y().square(), p.x().square().multiply(p.x()).add(Fp.of(BigInteger.valueOf(4)))));
        byte[] input = encode(Fp.of(u));
        assertTrue(G1.GROUP.contains(G1.GROUP.map(input).orElseThrow()));
        // To the negation goes the negation.
        if (u.signum() != 0) {
            assertArrayEquals(
                    G1.GROUP.encode(G1.GROUP.map(input).orElseThrow().neg()),
                    G1.GROUP.encode(G1.GROUP.map(encode(Fp.of(u).negate())).orElseThrow()));
        }
    }

    @Property(tries = 50)
    void pairsGoToG2(@ForAll("numbers") BigInteger a, @ForAll("numbers") BigInteger b) {
        Fp2 u = new Fp2(Fp.of(a), Fp.of(b));
        Fp four = Fp.of(BigInteger.valueOf(4));
        G2Map.MAP
                .map(u)
                .ifPresent(p -> assertEquals(
                        p.y().square(), p.x().square().multiply(p.x()).add(new Fp2(four, four))));
        assertTrue(G2.GROUP.contains(G2.GROUP.map(encode(u.a(), u.b())).orElseThrow()));
    }

    @Property(tries = 100)
    void squaresHaveTheirRoots(@ForAll("numbers") BigInteger a, @ForAll("numbers") BigInteger b) {
        Fp2 x = new Fp2(Fp.of(a), Fp.of(b));
        Fp2 root = x.square().squareRoot().orElseThrow();
        assertTrue(root.equals(x) || root.equals(x.negate()));
        x.squareRoot().ifPresent(r -> assertEquals(x, r.square()));
    }

    /** −1 is no square modulo P, so that of a number and its negation one is and the other is not. */
    @Property(tries = 100)
    void halfOfTheNumbersHaveRoots(@ForAll("numbers") BigInteger a) {
        Fp x = Fp.of(a);
        assertEquals(
                x.isZero(),
                x.squareRoot().isPresent() == x.negate().squareRoot().isPresent());
    }

    private static byte[] encode(Fp... numbers) {
        byte[] bytes = new byte[numbers.length * Fp.BYTES];
        for (int i = 0; i < numbers.length; i++) {
            byte[] digits = numbers[i].toBytes();
            System.arraycopy(digits, 0, bytes, (i + 1) * Fp.BYTES - digits.length, digits.length);
        }
        return bytes;
    }
}
