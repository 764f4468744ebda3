package thymus.fuzz.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.fake.FakeUniverse;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** What a call has in common with an earlier one, it may take from it. */
class EarlierArgumentsTest {
    private static final AbiType ADDRESS = new AbiType.Address();
    private static final AbiType BYTES = new AbiType.Bytes();
    private static final AbiType HASH = new AbiType.FixedBytes(32);

    private static final FunctionModel SCHEDULE = function("schedule", ADDRESS, BYTES, HASH, FakeUniverse.NUMBER);
    private static final FunctionModel EXECUTE = function("execute", ADDRESS, BYTES, HASH);
    private static final FunctionModel SUBMIT = function("submit", ADDRESS, BYTES);
    private static final FunctionModel TRANSFER = function("transfer", ADDRESS, FakeUniverse.NUMBER);

    private static final List<AbiValue> SCHEDULED =
            List.of(AbiValue.of(1), AbiValue.of(new byte[] {2, 3}), AbiValue.of(4), AbiValue.of(5));
    private static final List<AbiValue> FRESH =
            List.of(AbiValue.of(11), AbiValue.of(new byte[] {12}), AbiValue.of(13), AbiValue.of(14));

    private static FunctionModel function(String name, AbiType... types) {
        List<Parameter> inputs =
                List.of(types).stream().map(type -> new Parameter("", type)).toList();
        return new FunctionModel(name, inputs, List.of(), Mutability.NONPAYABLE);
    }

    /** What a function is given, in many sequences, after two calls. */
    private static List<List<AbiValue>> after(Step first, Step second, FunctionModel function) {
        FakeUniverse universe = new FakeUniverse(List.of(SCHEDULE, EXECUTE, SUBMIT, TRANSFER));
        FakeBank chain = new FakeBank();
        CallDistribution chances = CallDistribution.flat(universe, false);
        return IntStream.range(0, 100)
                .mapToObj(seed -> {
                    SplitRandom random = SplitRandom.of(seed, 0);
                    EarlierArguments earlier =
                            new EarlierArguments(random, universe, new Signing(random, universe, chances, chain));
                    earlier.drawn(first);
                    earlier.drawn(second);
                    return earlier.of(
                            "bank",
                            function,
                            () -> FRESH.subList(0, function.inputs().size()));
                })
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Step step(FunctionModel function, List<AbiValue> arguments) {
        return new Step(
                "alice",
                "bank",
                new StepCall.FunctionCall(
                        function, arguments.subList(0, function.inputs().size())),
                BigInteger.ZERO,
                0,
                0);
    }

    @Test
    void whatIsExecutedIsWhatWasScheduled() {
        assertEquals(
                List.of(SCHEDULED.subList(0, 3)),
                after(step(SCHEDULE, SCHEDULED), step(TRANSFER, List.of(AbiValue.of(7), AbiValue.of(8))), EXECUTE));
    }

    @Test
    void whatTheEarlierCallDoesNotHaveIsDrawn() {
        assertEquals(
                List.of(List.of(SCHEDULED.get(0), SCHEDULED.get(1), FRESH.get(2), FRESH.get(3))),
                after(step(SUBMIT, SCHEDULED), step(TRANSFER, List.of(AbiValue.of(7), AbiValue.of(8))), SCHEDULE));
    }

    @Test
    void theMostInCommonCounts() {
        List<AbiValue> other = List.of(AbiValue.of(21), AbiValue.of(new byte[] {22}));
        assertEquals(List.of(SCHEDULED.subList(0, 3)), after(step(SUBMIT, other), step(SCHEDULE, SCHEDULED), EXECUTE));
    }

    @Test
    void wordsAloneAreNothingInCommon() {
        Step transfer = step(TRANSFER, List.of(AbiValue.of(7), AbiValue.of(8)));
        assertTrue(after(transfer, transfer, SUBMIT).isEmpty());
    }
}
