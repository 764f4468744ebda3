package thymus.fuzz.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.fake.FakeUniverse;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.Ending;
import thymus.system.execution.Entry;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Callbacks are shrunk to what breaks the property. */
class CallbackShrinkerTest {
    private static final String CONTRACT = "0x0000000000000000000000000000000000020001";
    private static final String SECOND = "0x0000000000000000000000000000000000020002";
    private static final Ending SEVEN = new Ending.Return(AbiWord.bytes(BigInteger.valueOf(7)));

    private static StepCall call(String name, long... numbers) {
        List<AbiValue> arguments = new ArrayList<>();
        for (long number : numbers) {
            arguments.add(AbiValue.of(number));
        }
        return new StepCall.FunctionCall(FakeUniverse.function(name, numbers.length), arguments);
    }

    private static NestedCall nested(String name, long wei, long... numbers) {
        return new NestedCall("bank", call(name, numbers), BigInteger.valueOf(wei));
    }

    private static Step step(String name, Callback... callbacks) {
        return new Step(
                CONTRACT,
                "bank",
                call(name),
                BigInteger.ZERO,
                0,
                0,
                Entry.BY_CONTRACT,
                Optional.of(new Callbacks(CONTRACT, List.of(callbacks))));
    }

    /** Whoever calls, the contract has the callbacks. */
    private static Step plain(String name, Callback... callbacks) {
        return step(name, callbacks).from("alice").entered(Entry.DIRECT);
    }

    private static Callback callback(Ending ending, NestedCall... calls) {
        return new Callback(List.of(calls), ending);
    }

    private static List<Step> shrunk(SequenceOracle oracle, Step... steps) {
        return new Shrinker(
                        oracle,
                        new FakeUniverse(List.of(FakeUniverse.function("a", 0)), List.of(CONTRACT, SECOND)),
                        Shrinker.DEFAULT_EXECUTIONS)
                .shrink(List.of(steps));
    }

    /** Broken by the first step for which it is true. */
    private interface Breaks {
        boolean by(Step step);
    }

    private static SequenceOracle first(Breaks breaks) {
        return steps -> {
            for (int i = 0; i < steps.size(); i++) {
                if (breaks.by(steps.get(i))) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        };
    }

    @Test
    void callsThatDoNothingGo() {
        List<Step> shrunk = shrunk(
                first(step -> NestedCalls.of(step).stream()
                        .anyMatch(
                                c -> c.call().equals(call("x", 9)) && c.value().signum() > 0)),
                step("a", callback(SEVEN), callback(SEVEN, nested("y", 1), nested("x", 8, 9)), callback(SEVEN)));
        assertEquals(List.of(plain("a", callback(Ending.Return.NOTHING, nested("x", 1, 9)))), shrunk);
    }

    @Test
    void anEndingThatMattersStaysAndIsPlain() {
        Ending much = new Ending.Return(AbiWord.bytes(BigInteger.valueOf(7_654_321)));
        List<Step> shrunk = shrunk(
                first(step -> step.callbacks().stream()
                        .flatMap(c -> c.list().stream())
                        .anyMatch(c -> c.ending() instanceof Ending.Return end
                                && new BigInteger(1, end.data()).compareTo(BigInteger.valueOf(5_000)) > 0)),
                step("a", callback(much, nested("y", 1))));
        assertEquals(
                List.of(plain("a", callback(new Ending.Return(AbiWord.bytes(BigInteger.valueOf(6_000)))))), shrunk);
    }

    private static Callbacks two(Callback first, Callback second) {
        return new Callbacks(CONTRACT, List.of(first)).beside(List.of(new Callbacks(SECOND, List.of(second))));
    }

    private static NestedCall calling(String account) {
        return new NestedCall(account, new StepCall.RawCall(new byte[0]), BigInteger.ZERO);
    }

    @Test
    void oneAttackerDoesWhatTwoDidWhereThatIsEnough() {
        Callbacks callbacks = two(callback(SEVEN, calling(SECOND)), callback(SEVEN, nested("x", 0)));
        List<Step> shrunk = shrunk(
                first(step ->
                        NestedCalls.of(step).stream().anyMatch(c -> c.call().equals(call("x")))),
                step("a", callback(SEVEN)).reacting(Optional.of(callbacks)));
        assertEquals(List.of(plain("a", callback(Ending.Return.NOTHING, nested("x", 0)))), shrunk);
    }

    @Test
    void twoAttackersStayWhereBothAreNeeded() {
        Callbacks callbacks =
                two(callback(SEVEN, nested("y", 0), calling(SECOND)), callback(SEVEN, nested("y", 0), nested("x", 0)));
        List<Step> shrunk = shrunk(
                first(step -> step.callbacks().stream()
                        .flatMap(c -> c.others().stream())
                        .anyMatch(c -> c.calls().contains(nested("x", 0)))),
                step("a", callback(SEVEN)).reacting(Optional.of(callbacks)));
        assertEquals(
                List.of(new Callbacks(SECOND, List.of(callback(Ending.Return.NOTHING, nested("x", 0))))),
                shrunk.getFirst().callbacks().orElseThrow().others());
        assertEquals(1, NestedCalls.of(shrunk.getFirst()).size(), shrunk::toString);
    }

    @Test
    void whatNeedsNoCallbackBecomesAStep() {
        SequenceOracle both = steps -> {
            List<StepCall> calls =
                    steps.stream().flatMap(s -> Steps.calls(s).stream()).toList();
            return calls.contains(call("a")) && calls.contains(call("y"))
                    ? OptionalInt.of(steps.size() - 1)
                    : OptionalInt.empty();
        };
        List<Step> shrunk = shrunk(both, step("a", callback(SEVEN, nested("y", 0))));
        assertEquals(2, shrunk.size(), shrunk::toString);
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                shrunk.stream().map(Step::callbacks).toList());
    }

    @Test
    void argumentsOfNestedCallsAreMadeSimple() {
        List<Step> shrunk = shrunk(
                first(step -> NestedCalls.of(step).stream()
                        .anyMatch(c -> c.call() instanceof StepCall.FunctionCall f
                                && f.arguments().size() == 2
                                && ((AbiValue.Number) f.arguments().get(1))
                                                .value()
                                                .compareTo(BigInteger.valueOf(12))
                                        >= 0)),
                step("a", callback(Ending.Return.NOTHING, nested("x", 0, 77, 1_234_567))));
        assertEquals(List.of(plain("a", callback(Ending.Return.NOTHING, nested("x", 0, 0, 12)))), shrunk);
    }
}
