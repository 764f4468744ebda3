package thymus.fuzz.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

class NumberSearchTest {
    private static BigInteger simplestAtLeast(BigInteger from, BigInteger bound) {
        return NumberSearch.simplest(from, v -> v.compareTo(bound) >= 0);
    }

    @Test
    void smallNumbersAreExact() {
        assertEquals(BigInteger.valueOf(37), simplestAtLeast(BigInteger.valueOf(901), BigInteger.valueOf(37)));
    }

    @Test
    void largeNumbersAreRound() {
        BigInteger capacity = new BigInteger("10000000000000000000001");
        assertEquals(new BigInteger("20000000000000000000000"), simplestAtLeast(capacity.multiply(capacity), capacity));
    }

    /** A comparison for equality is as common as one for order, and bisection would ask 64 times in vain. */
    @Test
    void aNumberThatWorksAloneIsSoonLeft() {
        BigInteger secret = new BigInteger("172743163606774");
        int[] asked = {0};
        BigInteger found = NumberSearch.simplest(secret, v -> {
            asked[0]++;
            return v.equals(secret);
        });
        assertEquals(secret, found);
        assertTrue(asked[0] <= 48, asked[0] + " questions");
    }

    @Test
    void ofAResidueClassASmallMemberIsFound() {
        BigInteger class9 = BigInteger.valueOf(10_889);
        BigInteger modulus = BigInteger.valueOf(10_880);
        assertEquals(
                BigInteger.valueOf(9),
                NumberSearch.simplest(class9, v -> v.mod(modulus).intValue() == 9));
    }

    @Property
    void theResultWorksAndIsNoLessRound(
            @ForAll @BigRange(min = "1", max = "1157920892373161954235709850086879078532699846656405640394575840079")
                    BigInteger from,
            @ForAll @BigRange(min = "0", max = "1157920892373161954235709850086879078532699846656405640394575840079")
                    BigInteger bound) {
        BigInteger needed = bound.min(from);
        BigInteger simplest = simplestAtLeast(from, needed);
        assertTrue(simplest.compareTo(needed) >= 0);
        assertTrue(NumberSearch.digits(simplest) <= Math.max(3, NumberSearch.digits(from)));
    }

    @Property
    void searchingAgainChangesNothing(
            @ForAll @BigRange(min = "1", max = "115792089237316195423570985008687907853269984665640564039457584")
                    BigInteger from,
            @ForAll @BigRange(min = "0", max = "115792089237316195423570985008687907853269984665640564039457584")
                    BigInteger bound) {
        BigInteger needed = bound.min(from);
        BigInteger once = simplestAtLeast(from, needed);
        assertEquals(once, once.signum() == 0 ? once : simplestAtLeast(once, needed));
    }
}
