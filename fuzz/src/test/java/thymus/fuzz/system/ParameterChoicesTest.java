package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thymus.spec.SetupParameter;
import thymus.spec.text.Span;

class ParameterChoicesTest {
    private static SetupParameter parameter(String name, long least, BigInteger greatest) {
        BigInteger low = BigInteger.valueOf(least);
        return new SetupParameter(name, low, greatest, low, new Span("p.inv", 1, 1, 1));
    }

    private final List<SetupParameter> two =
            List.of(parameter("cap", 1, BigInteger.TWO.pow(128)), parameter("step", -3, BigInteger.TWO));

    @Test
    void theEndsComeFirst() {
        List<Map<String, BigInteger>> choices = ParameterChoices.of(two, 1);
        assertEquals(Map.of("cap", BigInteger.ONE, "step", BigInteger.valueOf(-3)), choices.get(0));
        assertEquals(Map.of("cap", BigInteger.TWO.pow(128), "step", BigInteger.TWO), choices.get(1));
        assertEquals(8, choices.size());
    }

    @Test
    void theyDifferAndLieInTheRangesAndDependOnTheSeedAlone() {
        for (long seed = 0; seed < 200; seed++) {
            List<Map<String, BigInteger>> choices = ParameterChoices.of(two, seed);
            assertEquals(choices, ParameterChoices.of(two, seed));
            assertEquals(choices.size(), new HashSet<>(choices).size());
            assertTrue(choices.stream()
                    .allMatch(choice -> two.stream().allMatch(p -> p.contains(choice.get(p.name())))));
        }
    }

    @Test
    void aSmallRangeIsTriedAsAWhole() {
        List<SetupParameter> small = List.of(parameter("n", 0, BigInteger.valueOf(3)));
        assertEquals(4, ParameterChoices.of(small, 5).size());
    }

    @Test
    void withoutParametersThereIsOneDeployment() {
        assertEquals(List.of(Map.of()), ParameterChoices.of(List.of(), 1));
    }
}
