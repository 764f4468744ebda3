package thymus.spec.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.spec.Examples;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;
import thymus.spec.tree.Expr;
import thymus.spec.tree.ExprArbitrary;

class MeasureTest {
    private static TestScope state(int seed) {
        TestScope first = scope(seed, 1_000);
        return scope(seed + 1, 2_000).after(first);
    }

    private static TestScope scope(int seed, long time) {
        return new TestScope(
                BigInteger.valueOf(time),
                BigInteger.valueOf(time),
                Map.of(),
                key -> BigInteger.valueOf(key.multiply(BigInteger.valueOf(31))
                                .add(BigInteger.valueOf(seed))
                                .hashCode()
                        % 7),
                Optional.empty(),
                Map.of());
    }

    private static String outcome(java.util.function.Supplier<Boolean> reading) {
        try {
            return reading.get().toString();
        } catch (UndefinedValue e) {
            return e.getMessage();
        }
    }

    @Property(tries = 1000)
    void measuresWhatTheEvaluatorReads(@ForAll("truths") Expr expr, @ForAll @IntRange(max = 1000) int seed) {
        assertEquals(
                outcome(() -> Evaluator.truth(expr, state(seed))),
                outcome(() -> Measure.of(expr, state(seed)).truth()));
    }

    @Property(tries = 1000)
    void distancesAreAtLeastOne(@ForAll("truths") Expr expr, @ForAll @IntRange(max = 1000) int seed) {
        try {
            assertTrue(Measure.of(expr, state(seed))
                            .distance()
                            .orElse(BigInteger.ONE)
                            .signum()
                    > 0);
        } catch (UndefinedValue e) {
            assertEquals("division by zero", e.getMessage());
        }
    }

    @Property(tries = 1000)
    void everyFalsehoodIsExplained(@ForAll("truths") Expr expr, @ForAll @IntRange(max = 1000) int seed) {
        if (outcome(() -> Evaluator.truth(expr, state(seed))).equals("false")) {
            assertTrue(Explanation.of(expr, state(seed)).contains(" is false"));
        }
    }

    @Provide
    Arbitrary<Expr> truths() {
        return ExprArbitrary.truths();
    }

    /** now is 100. */
    @ParameterizedTest
    @CsvSource({
        "now <= 100, true, 1",
        "now <= 130, true, 31",
        "now < 130, true, 30",
        "now <= 90, false, 10",
        "now < 100, false, 1",
        "now >= 90, true, 11",
        "!(now <= 130), false, 31",
        "now != 103, true, 3",
        "now == 103, false, 3",
        "now == 100, true, -1",
        "now <= 130 && now <= 110, true, 11",
        "now <= 130 && now <= 90, false, 10",
        "now <= 90 || now <= 110, true, 11",
        "now <= 90 || now <= 97, false, 3",
        "now >= 90 ==> now <= 105, true, 6",
        "now >= 150 ==> now <= 5, true, 50",
        "vault.paused() ==> now <= 5, true, -1",
        "vault.owner() != alice, true, -1",
        "forall uint8 x: x + now <= 400, true, 46",
        "now > 5 ? now <= 200 : now <= 50, true, 101",
    })
    void distanceIsToTheNearestChangeThatMatters(String expression, boolean truth, long distance) {
        String text = Examples.SYSTEM + "invariant x: " + expression + ";";
        Expr expr = SpecificationReader.read(text, "x.inv", new TestContracts())
                .properties()
                .getFirst()
                .condition();
        TestScope scope = TestScope.at(100, Map.of("vault.paused()", BigInteger.ZERO, "vault.owner()", BigInteger.ONE));
        Measure measure = Measure.of(expr, scope);
        assertEquals(truth, measure.truth());
        assertEquals(
                distance, measure.distance().map(BigInteger::longValueExact).orElse(-1L));
    }
}
