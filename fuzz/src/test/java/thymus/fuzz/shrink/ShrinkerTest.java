package thymus.fuzz.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.fake.FakeUniverse;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

class ShrinkerTest {
    private static final BigInteger NOISE = new BigInteger("123456789123456789123456789");

    private static Step step(String sender, String function, BigInteger number, long seconds) {
        StepCall call = new StepCall.FunctionCall(FakeUniverse.function(function, 1), List.of(AbiValue.of(number)));
        return new Step(sender, "bank", call, BigInteger.ZERO, seconds, seconds > 0 ? 1 : 0);
    }

    private static String name(Step step) {
        return ((StepCall.FunctionCall) step.call()).function().name();
    }

    private static BigInteger number(Step step) {
        return ((AbiValue.Number) Steps.arguments(step).getFirst()).value();
    }

    /** Broken at the end of the first prefix that satisfies the predicate. */
    private static SequenceOracle whenPrefix(Predicate<List<Step>> broken) {
        return steps -> IntStream.range(0, steps.size())
                .filter(i -> broken.test(steps.subList(0, i + 1)))
                .findFirst();
    }

    private static boolean calls(List<Step> steps, String... names) {
        int at = 0;
        for (Step step : steps) {
            if (at < names.length && name(step).equals(names[at])) {
                at++;
            }
        }
        return at == names.length;
    }

    private static List<Step> shrink(SequenceOracle oracle, List<Step> steps) {
        return new Shrinker(oracle, new FakeUniverse(List.of()), Shrinker.DEFAULT_EXECUTIONS).shrink(steps);
    }

    private static List<Step> noisy(int length, String... needed) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            steps.add(step("mallory", "noise" + i % 3, NOISE.add(BigInteger.valueOf(i)), i % 5 * 60L));
        }
        for (int i = 0; i < needed.length; i++) {
            steps.add((i + 1) * length / (needed.length + 1), step("mallory", needed[i], NOISE, 17));
        }
        return steps;
    }

    /** What is found when the time of a campaign ends is reported, as short as it is then. */
    @Test
    void withoutTimeLeftTheSequenceStaysAsShortAsItIs() {
        SequenceOracle inner = whenPrefix(s -> calls(s, "a", "b"));
        List<List<Step>> executed = new ArrayList<>();
        SequenceOracle expiring = new SequenceOracle() {
            @Override
            public OptionalInt brokenAt(List<Step> steps) {
                executed.add(steps);
                return inner.brokenAt(steps);
            }

            @Override
            public boolean expired() {
                return executed.size() >= 4;
            }
        };
        List<Step> shrunk = shrink(expiring, noisy(60, "a", "b"));
        assertTrue(calls(shrunk, "a", "b"), shrunk::toString);
        assertEquals(4, executed.size());
        assertTrue(shrunk.size() > 2, shrunk::toString);
    }

    @Test
    void keepsOnlyTheStepsThatMatter() {
        List<Step> shrunk = shrink(whenPrefix(s -> calls(s, "a", "b")), noisy(60, "a", "b"));
        assertEquals(List.of(step("alice", "a", BigInteger.ZERO, 0), step("alice", "b", BigInteger.ZERO, 0)), shrunk);
    }

    /** Executions are what shrinking costs, and its rounds have most of their ideas in common. */
    @Test
    void triesNothingTwiceThatDidNotBreakTheProperty() {
        SequenceOracle needed = whenPrefix(s -> calls(s, "a", "b"));
        List<List<Step>> vain = new ArrayList<>();
        shrink(
                steps -> {
                    OptionalInt broken = needed.brokenAt(steps);
                    if (broken.isEmpty()) {
                        vain.add(List.copyOf(steps));
                    }
                    return broken;
                },
                noisy(12, "a", "b"));
        assertEquals(vain.stream().distinct().toList(), vain);
    }

    @Test
    void leavesTheTimeOfRemovedStepsWhereItIsNeeded() {
        SequenceOracle anHourLater = whenPrefix(
                s -> calls(s, "a", "b") && s.stream().mapToLong(Step::seconds).sum() >= 3_600);
        List<Step> steps = new ArrayList<>(List.of(step("alice", "a", NOISE, 0)));
        for (int i = 0; i < 10; i++) {
            steps.add(step("bob", "noise", NOISE, 400));
        }
        steps.add(step("alice", "b", NOISE, 0));
        List<Step> shrunk = shrink(anHourLater, steps);
        assertEquals(List.of("a", "b"), shrunk.stream().map(ShrinkerTest::name).toList());
        assertEquals(3_600, shrunk.stream().mapToLong(Step::seconds).sum());
    }

    @Test
    void addsUpCallsThatOneCallCanReplace() {
        SequenceOracle enough = whenPrefix(s -> name(s.getLast()).equals("withdraw")
                && s.stream()
                                .filter(x -> name(x).equals("deposit"))
                                .map(ShrinkerTest::number)
                                .reduce(BigInteger.ZERO, BigInteger::add)
                                .compareTo(number(s.getLast()))
                        >= 0
                && number(s.getLast()).compareTo(BigInteger.valueOf(1_000)) >= 0);
        List<Step> shrunk = shrink(
                enough,
                List.of(
                        step("bob", "deposit", BigInteger.valueOf(700), 0),
                        step("bob", "deposit", BigInteger.valueOf(500), 0),
                        step("bob", "withdraw", BigInteger.valueOf(1_200), 0)));
        assertEquals(
                List.of(
                        step("alice", "deposit", BigInteger.valueOf(1_000), 0),
                        step("alice", "withdraw", BigInteger.valueOf(1_000), 0)),
                shrunk);
    }

    @Test
    void findsAShorterArrangementOfTheSameCalls() {
        SequenceOracle oracle = whenPrefix(s -> calls(s, "a", "b", "c", "d") || calls(s, "d", "a"));
        assertEquals(
                List.of("d", "a"),
                shrink(oracle, noisy(20, "a", "b", "c", "d")).stream()
                        .map(ShrinkerTest::name)
                        .toList());
    }

    @Test
    void movesNearlyEqualNumbersTogether() {
        SequenceOracle oracle = whenPrefix(s -> calls(s, "a", "b")
                && number(s.getLast()).subtract(number(s.getFirst())).equals(BigInteger.ONE)
                && number(s.getFirst()).compareTo(BigInteger.valueOf(5_000)) >= 0);
        List<Step> shrunk =
                shrink(oracle, List.of(step("alice", "a", NOISE, 0), step("alice", "b", NOISE.add(BigInteger.ONE), 0)));
        assertEquals(
                List.of(BigInteger.valueOf(5_000), BigInteger.valueOf(5_001)),
                shrunk.stream().map(ShrinkerTest::number).toList());
    }

    @Test
    void prefersRoundNumbersToExactOnes() {
        SequenceOracle oracle = whenPrefix(s -> number(s.getLast()).compareTo(BigInteger.valueOf(12_345)) >= 0);
        assertEquals(
                BigInteger.valueOf(20_000),
                number(shrink(oracle, List.of(step("bob", "a", NOISE, 0))).getFirst()));
    }

    @Test
    void keepsTheOnlyNumberThatWorks() {
        SequenceOracle oracle = whenPrefix(s -> number(s.getLast()).equals(NOISE));
        assertEquals(
                NOISE,
                number(shrink(oracle, List.of(step("bob", "a", NOISE, 0))).getFirst()));
    }

    @Test
    void whatDoesNotFailIsReturnedAsItIs() {
        List<Step> steps = noisy(5);
        assertSame(steps, shrink(s -> OptionalInt.empty(), steps));
    }

    @Property(tries = 300)
    void theResultFailsAtItsLastStepAndLosesNone(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 4) Integer> functions,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 4) Integer> first,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 4) Integer> second) {
        String[] one = first.stream().map(f -> "f" + f).toArray(String[]::new);
        String[] two = second.stream().map(f -> "f" + f).toArray(String[]::new);
        SequenceOracle oracle = whenPrefix(s -> calls(s, one) || (calls(s, two) && s.size() % 2 == 0));
        List<Step> steps =
                functions.stream().map(f -> step("bob", "f" + f, NOISE, f * 60)).toList();
        List<Step> shrunk = shrink(oracle, steps);
        if (oracle.brokenAt(steps).isPresent()) {
            assertEquals(OptionalInt.of(shrunk.size() - 1), oracle.brokenAt(shrunk));
            for (int i = 0; i < shrunk.size(); i++) {
                assertTrue(
                        oracle.brokenAt(Removal.without(shrunk, i, i + 1, false))
                                .isEmpty(),
                        shrunk::toString);
            }
            assertEquals(shrunk, shrink(oracle, steps));
        }
    }

    @Property(tries = 50)
    void theNumberOfExecutionsIsBounded(@ForAll @IntRange(min = 1, max = 100) int length) {
        int[] executions = {0};
        SequenceOracle whole = s -> {
            executions[0]++;
            return s.size() == length ? OptionalInt.of(length - 1) : OptionalInt.empty();
        };
        new Shrinker(whole, new FakeUniverse(List.of()), 200).shrink(noisy(length));
        assertTrue(executions[0] <= 1 + 200 + 2 * length * (length + 1), executions[0] + " executions");
    }

    private static List<Step> repeated(int times, Step... steps) {
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(List.of(steps));
        }
        return all;
    }

    private static long count(List<Step> steps, String name) {
        return steps.stream().filter(s -> name(s).equals(name)).count();
    }

    /** One at a time, a thousand steps would be two million steps for each pass. */
    @Test
    void manyEqualStepsAreShrunkAsOne() {
        List<Step> failing = new ArrayList<>(List.of(step("carol", "noise", NOISE, 5), step("bob", "open", NOISE, 0)));
        failing.addAll(repeated(1_500, step("bob", "pay", NOISE, 0)));
        failing.add(step("bob", "noise", NOISE, 0));
        failing.addAll(repeated(400, step("bob", "there", NOISE, 0), step("carol", "back", NOISE, 0)));
        failing.add(step("bob", "close", NOISE, 0));
        long[] executed = {0};
        SequenceOracle oracle = whenPrefix(steps -> name(steps.getLast()).equals("close")
                && count(steps, "open") > 0
                && count(steps, "pay") >= 1_201
                && count(steps, "back") >= 61
                && count(steps, "there") >= 61);
        List<Step> shrunk = shrink(
                steps -> {
                    executed[0] += steps.size();
                    return oracle.brokenAt(steps);
                },
                failing);
        assertEquals(1 + 1_201 + 2 * 61 + 1, shrunk.size());
        assertEquals(1_201, count(shrunk, "pay"));
        assertEquals(1, shrunk.stream().map(Step::sender).distinct().count());
        assertTrue(shrunk.stream().allMatch(s -> number(s).signum() == 0));
        assertTrue(executed[0] < 1_000_000, () -> executed[0] + " steps");
    }

    @Test
    void manySmallAmountsBecomeOneLargeOne() {
        List<Step> failing = new ArrayList<>(List.of(step("bob", "open", NOISE, 0), step("bob", "pay", NOISE, 0)));
        for (int i = 1; i <= 20; i++) {
            failing.add(step("bob", "pay", BigInteger.valueOf(i), 0));
        }
        List<Step> shrunk = shrink(
                whenPrefix(steps -> calls(steps, "open", "pay")
                        && number(steps.get(1)).equals(NOISE)
                        && steps.stream()
                                        .skip(2)
                                        .filter(s -> name(s).equals("pay"))
                                        .map(ShrinkerTest::number)
                                        .reduce(BigInteger.ZERO, BigInteger::add)
                                        .compareTo(BigInteger.valueOf(205))
                                >= 0),
                failing);
        assertEquals(3, shrunk.size());
        assertEquals(205, number(shrunk.getLast()).intValueExact());
    }
}
