package thymus.spec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void sentencesHaveCommas() {
        assertEquals("999", NumberText.prose(999));
        assertEquals("1,000,000", NumberText.prose(1_000_000));
        assertEquals("-12,500", NumberText.prose(BigInteger.valueOf(-12_500)));
    }

    /** As a specification can have it, whole tokens where it comes out even. */
    @Test
    void valuesAreWrittenAsTheLanguageDoes() {
        assertEquals("1000", NumberText.value(BigInteger.valueOf(1000)));
        assertEquals("12_500", NumberText.value(BigInteger.valueOf(12_500)));
        assertEquals("-12_500", NumberText.value(BigInteger.valueOf(-12_500)));
        assertEquals("3e18", NumberText.value(BigInteger.TEN.pow(18).multiply(BigInteger.valueOf(3))));
        assertEquals("50e9", NumberText.value(BigInteger.TEN.pow(10).multiply(BigInteger.valueOf(5))));
        assertEquals("12_500e18", NumberText.value(BigInteger.valueOf(12_500).multiply(BigInteger.TEN.pow(18))));
        assertEquals("-5e6", NumberText.value(BigInteger.valueOf(-5_000_000)));
        assertEquals("0", NumberText.value(BigInteger.ZERO));
    }

    @Test
    void blocksAreWrittenInFull() {
        assertEquals("20_000_000", NumberText.digits(20_000_000));
        assertEquals("16", NumberText.digits(16));
    }

    @Test
    void oneIsSingularAndAllElseIsPlural() {
        assertEquals("0 steps", NumberText.count(0, "step"));
        assertEquals("1 step", NumberText.count(1, "step"));
        assertEquals("12,500 steps", NumberText.count(12_500, "step"));
        assertEquals("1 property", NumberText.count(1, "property", "properties"));
        assertEquals("2 properties", NumberText.count(2, "property", "properties"));
    }
}
