package thymus.spec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void oneIsSingularAndAllElseIsPlural() {
        assertEquals("0 steps", NumberText.count(0, "step"));
        assertEquals("1 step", NumberText.count(1, "step"));
        assertEquals("12,500 steps", NumberText.count(12_500, "step"));
        assertEquals("1 property", NumberText.count(1, "property", "properties"));
        assertEquals("2 properties", NumberText.count(2, "property", "properties"));
    }
}
