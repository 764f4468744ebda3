package thymus.evm.precompile.bn254;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import thymus.evm.primitive.Word;

/** Fp is the integers modulo P. */
@Domain(Elements.class)
class FpTest {
    @Property(tries = 5000)
    void sumsAndProducts(@ForAll BigInteger m, @ForAll BigInteger n) {
        Fp x = element(m);
        Fp y = element(n);
        assertEquals(m, number(x));
        assertEquals(m.add(n).mod(Fp.P), number(x.add(y)));
        assertEquals(m.subtract(n).mod(Fp.P), number(x.subtract(y)));
        assertEquals(m.multiply(n).mod(Fp.P), number(x.multiply(y)));
        assertEquals(m.multiply(m).mod(Fp.P), number(x.square()));
        assertEquals(m.negate().mod(Fp.P), number(x.negate()));
        assertEquals(m.shiftLeft(1).mod(Fp.P), number(x.twice()));
    }

    @Property(tries = 500)
    void inverses(@ForAll BigInteger m) {
        if (m.signum() == 0) {
            assertThrows(ArithmeticException.class, () -> element(m).inverse());
        } else {
            assertEquals(m.modInverse(Fp.P), number(element(m).inverse()));
        }
    }

    @Test
    void numbersFromThePrimeOnAreNoElements() {
        assertEquals(Optional.empty(), Fp.of(Word.of(Fp.P)));
        assertEquals(Optional.empty(), Fp.of(Word.of(Fp.P.add(BigInteger.ONE))));
        assertEquals(Optional.empty(), Fp.of(Word.MAX));
    }

    private static Fp element(BigInteger number) {
        return Fp.of(Word.of(number)).orElseThrow();
    }

    private static BigInteger number(Fp element) {
        return element.toWord().toBigInteger();
    }
}
