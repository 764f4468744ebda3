package thymus.fuzz.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.fake.FakeUniverse;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** A sequence is varied so that what its steps have in common mostly stays common. */
class LinkedChangesTest {
    private static final FunctionModel SCHEDULE = FakeUniverse.function("schedule", 2);
    private static final FunctionModel EXECUTE = FakeUniverse.function("execute", 1);
    private static final AbiValue SCHEDULED = AbiValue.of(123_456);

    private static Step step(FunctionModel function, AbiValue... arguments) {
        return new Step(
                "alice", "bank", new StepCall.FunctionCall(function, List.of(arguments)), BigInteger.ZERO, 0, 0);
    }

    /** The first argument of each of two steps, the first of them varied, in many sequences. */
    private static List<List<AbiValue>> varied(Step first, Step second) {
        FakeUniverse universe = new FakeUniverse(List.of(SCHEDULE, EXECUTE));
        List<List<AbiValue>> all = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            FakeBank chain = new FakeBank();
            chain.begin();
            StepSource source = new StepSource(
                    SplitRandom.of(seed, 0),
                    universe,
                    CallDistribution.flat(universe, false),
                    FakeBank.dictionary(),
                    chain,
                    new RecentValues(),
                    TracingSchedule.CLOSE);
            AbiValue changed =
                    Steps.arguments(source.draw(new StepTemplate.Near(first))).getFirst();
            AbiValue later =
                    Steps.arguments(source.draw(new StepTemplate.Exact(second))).getFirst();
            all.add(List.of(changed, later));
        }
        return all;
    }

    @Test
    void laterStepsMostlyFollow() {
        List<List<AbiValue>> changed =
                varied(step(SCHEDULE, SCHEDULED, AbiValue.of(7)), step(EXECUTE, SCHEDULED)).stream()
                        .filter(pair -> !pair.getFirst().equals(SCHEDULED))
                        .toList();
        assertTrue(changed.size() > 40, () -> changed.size() + " changes");
        long followed = changed.stream()
                .filter(pair -> pair.getFirst().equals(pair.getLast()))
                .count();
        long stayed = changed.stream()
                .filter(pair -> pair.getLast().equals(SCHEDULED))
                .count();
        assertEquals(changed.size(), followed + stayed);
        assertTrue(followed > stayed && stayed > 0, () -> followed + " followed, " + stayed + " stayed");
    }

    @Test
    void whatIsNotInCommonStays() {
        AbiValue other = AbiValue.of(99);
        varied(step(SCHEDULE, SCHEDULED, AbiValue.of(7)), step(EXECUTE, other))
                .forEach(pair -> assertEquals(other, pair.getLast()));
    }
}
