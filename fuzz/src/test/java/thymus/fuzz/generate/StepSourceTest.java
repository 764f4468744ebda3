package thymus.fuzz.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiCodec;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.fake.FakeUniverse;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

class StepSourceTest {
    private static final List<AbiType> TYPES = List.of(
            new AbiType.UInt(8),
            new AbiType.UInt(256),
            new AbiType.Int(16),
            new AbiType.Int(256),
            new AbiType.Bool(),
            new AbiType.Address(),
            new AbiType.FixedBytes(4),
            new AbiType.FixedBytes(32),
            new AbiType.Bytes(),
            new AbiType.Text(),
            new AbiType.Array(new AbiType.UInt(64), OptionalInt.empty()),
            new AbiType.Array(new AbiType.Text(), OptionalInt.of(2)),
            new AbiType.Tuple(
                    List.of(new Parameter("on", new AbiType.Bool()), new Parameter("rate", new AbiType.UInt(128)))));

    private static final FakeUniverse UNIVERSE = new FakeUniverse(List.of(
            new FunctionModel(
                    "all", TYPES.stream().map(t -> new Parameter("", t)).toList(), List.of(), Mutability.PAYABLE),
            FakeUniverse.view("limit")));

    private static StepSource source(long seed, FakeUniverse universe, RecentValues recent) {
        FakeBank chain = new FakeBank();
        chain.begin();
        CallDistribution chances = CallDistribution.flat(universe, false);
        return new StepSource(
                SplitRandom.of(seed, 0),
                universe,
                chances,
                FakeBank.dictionary(),
                chain,
                recent,
                TracingSchedule.CLOSE);
    }

    @Property(tries = 500)
    void everyArgumentFitsItsType(@ForAll long seed) {
        StepSource source = source(seed, UNIVERSE, new RecentValues());
        Step step = source.draw(new StepTemplate.Fresh());
        Step near = source.draw(new StepTemplate.Near(step));
        for (Step drawn : List.of(step, near)) {
            if (drawn.call() instanceof StepCall.FunctionCall call) {
                assertEquals(call.arguments(), AbiCodec.decode(TYPES, AbiCodec.encode(TYPES, call.arguments())));
            }
        }
    }

    @Property(tries = 500)
    void timeStaysWithinTheAdversarysBounds(@ForAll long seed) {
        Step step = source(seed, UNIVERSE, new RecentValues()).draw(new StepTemplate.Fresh());
        assertTrue(UNIVERSE.advance().allows(step.seconds()), step::toString);
        assertTrue(step.seconds() == 0 || step.blocks() > 0, step::toString);
    }

    @Test
    void timesLandOnAndAroundTheEdgesOfWindows() {
        Set<Long> seconds = new HashSet<>();
        RecentValues recent = new RecentValues();
        recent.settle(1_700_000_000L - 600);
        StepSource source = source(1, UNIVERSE, recent);
        for (int i = 0; i < 2_000; i++) {
            seconds.add(source.draw(new StepTemplate.Fresh()).seconds());
        }
        assertTrue(seconds.containsAll(List.of(0L, 3_599L, 3_600L, 3_601L)), "a window's length, one less, one more");
        assertTrue(seconds.containsAll(List.of(2_999L, 3_000L, 3_001L)), "when an occurrence 600 seconds ago leaves");
        assertTrue(seconds.contains(3_600L - 1_700_000_000L % 3_600), "the next full hour");
    }

    @Test
    void numbersCollectAroundWhatViewsSay() {
        FakeUniverse bank = FakeBank.universe();
        List<BigInteger> drawn = new ArrayList<>();
        StepSource source = source(1, bank, new RecentValues());
        for (int i = 0; i < 500; i++) {
            Step step = source.draw(new StepTemplate.Fresh());
            if (step.call() instanceof StepCall.FunctionCall call
                    && !call.arguments().isEmpty()) {
                drawn.add(
                        ((thymus.contracts.abi.AbiValue.Number) call.arguments().getFirst()).value());
            }
        }
        BigInteger limit = BigInteger.TEN.pow(22);
        assertTrue(drawn.containsAll(List.of(
                limit.subtract(BigInteger.ONE),
                limit,
                limit.add(BigInteger.ONE),
                BigInteger.ZERO,
                BigInteger.TWO.pow(256).subtract(BigInteger.ONE))));
    }
}
