package thymus.fuzz.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.fake.FakeUniverse;
import thymus.system.execution.Entries;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Shrinking leaves no call in a transaction of several, and none to a contract, that need not be. */
class SeparationTest {
    private static final String CONTRACT = "0x0000000000000000000000000000000000020001";

    private static Step step(String sender, String function, Entry entry) {
        StepCall call =
                new StepCall.FunctionCall(FakeUniverse.function(function, 1), List.of(AbiValue.of(BigInteger.ZERO)));
        return new Step(sender, "bank", call, BigInteger.ZERO, 0, 0, entry);
    }

    private static Step first(String function) {
        return step(CONTRACT, function, Entry.BY_CONTRACT);
    }

    private static Step again(String function) {
        return step(CONTRACT, function, Entry.SAME_TRANSACTION);
    }

    private static Step alices(String function) {
        return step("alice", function, Entry.DIRECT);
    }

    private static String name(Step step) {
        return ((StepCall.FunctionCall) step.call()).function().name();
    }

    private static List<Step> shrink(Predicate<List<Step>> broken, Step... steps) {
        SequenceOracle oracle = tried -> {
            assertEquals(true, Entries.areWhole(tried), () -> "nobody can run this: " + tried);
            return IntStream.range(0, tried.size())
                    .filter(i -> broken.test(tried.subList(0, i + 1)))
                    .findFirst();
        };
        return new Shrinker(oracle, new FakeUniverse(List.of(), List.of(CONTRACT)), Shrinker.DEFAULT_EXECUTIONS)
                .shrink(List.of(steps));
    }

    /** Whether b is called last, and a before it in the same transaction. */
    private static boolean together(List<Step> steps) {
        int i = steps.size() - 1;
        boolean found = false;
        while (i > 0 && steps.get(i).sameTransaction()) {
            i--;
            found |= name(steps.get(i)).equals("a");
        }
        return found && name(steps.getLast()).equals("b");
    }

    @Test
    void callsThatNeedNoTransactionInCommonAreTheUsers() {
        List<Step> shrunk = shrink(
                steps -> steps.stream().anyMatch(s -> name(s).equals("a"))
                        && name(steps.getLast()).equals("b"),
                first("x"),
                again("a"),
                again("y"),
                again("b"));
        assertEquals(List.of(alices("a"), alices("b")), shrunk);
    }

    @Test
    void callsThatNeedOneKeepOnlyWhatTheyNeed() {
        List<Step> shrunk = shrink(
                SeparationTest::together, alices("y"), first("x"), again("a"), again("x"), again("y"), again("b"));
        assertEquals(List.of(first("a"), again("b")), shrunk);
    }

    @Test
    void whatComesBeforeIsSplitOff() {
        List<Step> shrunk = shrink(
                steps -> together(steps) && steps.stream().anyMatch(s -> name(s).equals("c")),
                first("c"),
                again("a"),
                again("b"));
        assertEquals(List.of(alices("c"), first("a"), again("b")), shrunk);
    }

    @Test
    void aCallThatOnlyAContractCanMakeIsOneTransaction() {
        List<Step> shrunk = shrink(
                steps -> name(steps.getLast()).equals("a")
                        && steps.getLast().entry().isByContract(),
                first("x"),
                again("y"),
                again("a"));
        assertEquals(List.of(first("a")), shrunk);
    }
}
