package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.fixtures.Repository;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

@Tag("integration")
class BenignSamplingTest {
    private static BenignSampling sampling(String name, long seed) {
        DeployedSystem system =
                Corpus.deploy(Repository.at("corpus").resolve("language/benign").resolve(name));
        return new BenignSampling(system, system.specification().properties().getFirst(), seed);
    }

    private static BigInteger amount(Step step) {
        StepCall.FunctionCall call = (StepCall.FunctionCall) step.call();
        return ((AbiValue.Number) call.arguments().getFirst()).value();
    }

    @Test
    void benignTracesDoNotTripWhatTheEnvelopeIsTooSmallFor() {
        BenignSampling.Result result = sampling("Daily.inv", 1).sample(200, () -> false);
        assertEquals(200, result.traces());
        assertTrue(result.steps() > 400, result::toString);
        assertEquals(Optional.empty(), result.tripping());
    }

    /** The amounts are at most 200, and it takes more than a thousand. */
    @Test
    void aTraceThatTripsStaysInsideTheEnvelope() {
        List<Step> steps = sampling("DailyMore.inv", 1)
                .sample(20_000, () -> false)
                .tripping()
                .orElseThrow();
        assertTrue(steps.size() > 5, steps::toString);
        assertTrue(
                steps.stream().allMatch(step -> amount(step).compareTo(BigInteger.valueOf(200)) <= 0), steps::toString);
    }

    @Test
    void theSameSeedDrawsTheSameTraces() {
        assertEquals(
                sampling("Daily.inv", 3).sample(50, () -> false),
                sampling("Daily.inv", 3).sample(50, () -> false));
    }

    @Test
    void whatNobodyWantsAnyMoreEnds() {
        assertEquals(0, sampling("Daily.inv", 1).sample(200, () -> true).traces());
    }
}
