package thymus.spec.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.spec.Examples;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;

class MonitorTest {
    private static Monitor monitor(String property) {
        return Monitors.of(SpecificationReader.read(Examples.SYSTEM + property, "x.inv", new TestContracts()))
                .getFirst();
    }

    private static TestScope capacity(long time, long value) {
        return TestScope.at(time, Map.of("vault.capacity", BigInteger.valueOf(value)));
    }

    private static TestTransition withdrawals(TestScope after, Long... amounts) {
        return new TestTransition(
                after,
                Map.of(
                        "vault",
                        java.util.stream.Stream.of(amounts).map(List::of).toList()));
    }

    private static Judgement held(int times, long slack) {
        return new Judgement.Held(times, Optional.of(BigInteger.valueOf(slack)));
    }

    /** What is vacuous is never judged: the prover's word for it and the fuzzer's count must agree. */
    @Test
    void anImplicationIsJudgedWhereATransactionHasMadeItsLeftSideTrue() {
        Monitor monitor = monitor("invariant i: vault.capacity >= 5 ==> vault.capacity >= 3;");
        TestScope first = capacity(1, 9);
        assertEquals(0, ((Judgement.Held) monitor.start(first)).times());
        TestScope low = capacity(2, 4);
        assertEquals(0, ((Judgement.Held) monitor.settle(withdrawals(low.after(first)))).times());
        assertEquals(
                1, ((Judgement.Held) monitor.settle(withdrawals(capacity(3, 6).after(low)))).times());
    }

    @Test
    void anInvariantIsJudgedAfterSetupAndAfterEveryTransaction() {
        Monitor monitor = monitor("invariant i: vault.capacity >= 5;");
        TestScope first = capacity(1, 9);
        assertEquals(held(1, 5), monitor.start(first));
        assertEquals(held(1, 1), monitor.settle(withdrawals(capacity(2, 5).after(first))));
        assertEquals(
                new Judgement.Violated("5 <= vault.capacity is false: 5 <= 4"),
                monitor.settle(withdrawals(capacity(3, 4).after(first))));
    }

    @Test
    void aRuleIsJudgedForEachMatchThatFulfilsItsCondition() {
        Monitor monitor =
                monitor("rule r: on ok(vault.withdraw(amount)) where amount > 2: amount <= prev(vault.capacity);");
        TestScope first = capacity(1, 10);
        TestScope second = capacity(2, 3).after(first);
        assertEquals(new Judgement.NotTriggered(), monitor.start(first));
        assertEquals(new Judgement.NotTriggered(), monitor.settle(withdrawals(second, 1L, 2L)));
        assertEquals(held(2, 3), monitor.settle(withdrawals(second, 1L, 8L, 5L)));
        assertEquals(
                new Judgement.Violated("amount <= prev(vault.capacity) is false: 11 <= 10, where amount = 11"),
                monitor.settle(withdrawals(second, 5L, 11L)));
    }

    @Test
    void momentsAreShownAsDates() {
        Monitor monitor = monitor("invariant i: now + 1 days < 1_700_080_001;");
        assertEquals(
                new Judgement.Violated("now + 86_400 < 1_700_080_001 is false: 2023-11-15 22:13:20 UTC (1_700_086_400)"
                        + " < 2023-11-15 20:26:41 UTC (1_700_080_001), 1 hour 46 minutes 39 seconds apart"),
                monitor.start(TestScope.at(1_700_000_000, Map.of())));
    }

    @Test
    void whatCannotBeReadIsAnErrorAndNotTruth() {
        Monitor monitor = monitor("invariant i: vault.capacity >= 5 || true;");
        assertEquals(new Judgement.Failed("no value"), monitor.start(TestScope.at(1, Map.of())));
        assertEquals(held(1, 2), monitor.settle(withdrawals(capacity(2, 6))));
    }

    @Test
    void whatNeedNotBeReadIsNoError() {
        Monitor monitor = monitor("invariant i: now > 5 ==> vault.capacity >= 5;");
        assertEquals(held(0, 5), monitor.start(TestScope.at(1, Map.of())));
    }

    @Test
    void anInvariantMaySpeakOfThePastOfAFlow() {
        Monitor monitor = monitor("invariant i: sum(out, last 10) <= vault.capacity;");
        TestScope first = capacity(1, 9);
        TestScope second = capacity(5, 9).after(first);
        assertEquals(held(1, 10), monitor.start(first));
        assertEquals(held(1, 2), monitor.settle(new TestTransition(second, Map.of("vault", List.of(List.of(1L, 8L))))));
        assertEquals(
                held(1, 2), monitor.settle(new TestTransition(capacity(14, 9).after(second), Map.of())));
        assertEquals(
                held(1, 10), monitor.settle(new TestTransition(capacity(15, 9).after(second), Map.of())));
    }

    @Test
    void explanationsNameTheFailingPart() {
        Monitor monitor = monitor("""
                invariant i: now > 0 && (vault.capacity > 1 ==>
                    forall a in {alice, bob}: forall uint8 x: x <= vault.capacity || a == alice || false);""");
        assertEquals(
                new Judgement.Violated(
                        "1 < vault.capacity holds, but x <= vault.capacity is false: 255 <= 9, where x = 255, "
                                + "and a == alice is false: 0x" + hex("bob") + " == 0x" + hex("alice")
                                + ", where a = 0x" + hex("bob")
                                + ", and false is false"),
                monitor.start(capacity(1, 9)));
    }

    private static String hex(String name) {
        String digits = BigInteger.valueOf(name.hashCode()).abs().toString(16);
        return "0".repeat(40 - digits.length()) + digits;
    }
}
