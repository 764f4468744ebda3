package thymus.spec.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thymus.spec.Examples;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;

class PastMonitorTest {
    private static Monitor monitor(String property) {
        return Monitors.of(SpecificationReader.read(Examples.SYSTEM + property, "x.inv", new TestContracts()))
                .getFirst();
    }

    private static TestScope capacity(long time, long value) {
        return TestScope.at(time, Map.of("vault.capacity", BigInteger.valueOf(value)));
    }

    private static TestTransition step(TestScope after) {
        return new TestTransition(after, Map.of());
    }

    private static TestTransition withdrawal(TestScope after) {
        return new TestTransition(after, Map.of("vault", List.of(List.of(0L, 5L))));
    }

    private static void holds(Judgement judgement) {
        assertInstanceOf(Judgement.Held.class, judgement);
    }

    private static void fails(Judgement judgement) {
        assertInstanceOf(Judgement.Violated.class, judgement);
    }

    @Test
    void whatIsRolledBackWasNever() {
        Monitor monitor = monitor("invariant i: !once(vault.capacity > 5);");
        holds(monitor.start(capacity(1, 5)));
        fails(monitor.settle(step(capacity(2, 6))));
        fails(monitor.settle(step(capacity(3, 0))));
        monitor.rollback(0);
        holds(monitor.settle(step(capacity(3, 0))));
    }

    @Test
    void whatIsOnlyNotedCounts() {
        Monitor monitor = monitor("invariant i: !once(vault.capacity > 5);");
        holds(monitor.start(capacity(1, 5)));
        monitor.note(step(capacity(2, 6)));
        fails(monitor.settle(step(capacity(3, 0))));
    }

    @Test
    void theStateAfterSetupIsTheOneBeforeAll() {
        Monitor monitor = monitor("invariant i: ago(10, vault.capacity) == 7 && start(vault.capacity) == 7;");
        holds(monitor.start(capacity(100, 7)));
        holds(monitor.settle(step(capacity(105, 8))));
        holds(monitor.settle(step(capacity(114, 9))));
        fails(monitor.settle(step(capacity(115, 9))));
    }

    /** Of several states with one time the last one is meant. */
    @Test
    void agoLooksAtTheLastStateOfATime() {
        Monitor monitor =
                monitor("invariant i: ago(0, vault.capacity) == vault.capacity && ago(5, vault.capacity) < 9;");
        holds(monitor.start(capacity(100, 7)));
        holds(monitor.settle(step(capacity(101, 9))));
        holds(monitor.settle(step(capacity(101, 8))));
        holds(monitor.settle(step(capacity(106, 10))));
    }

    @Test
    void whatHasNeverHappenedHappenedAtTimeZero() {
        Monitor monitor =
                monitor("invariant i: elapsed(vault.Withdrawn) == now && elapsed(vault.capacity > 5) == now;");
        holds(monitor.start(capacity(100, 5)));
        holds(monitor.settle(step(capacity(101, 5))));
        fails(monitor.settle(step(capacity(101, 6))));
    }

    @Test
    void elapsedCountsFromTheLastTime() {
        Monitor monitor = monitor(
                "rule r: on vault.Withdrawn: elapsed(vault.Withdrawn) == 0 && prev(elapsed(vault.Withdrawn)) >= 5;");
        monitor.start(capacity(100, 5));
        holds(monitor.settle(withdrawal(capacity(101, 5))));
        monitor.settle(step(capacity(105, 5)));
        holds(monitor.settle(withdrawal(capacity(106, 5))));
        fails(monitor.settle(withdrawal(capacity(110, 5))));
    }

    @Test
    void aConditionThatStaysTrueDoesNotBecomeTrueAgain() {
        Monitor monitor = monitor("invariant i: elapsed(vault.capacity > 5) <= 10;");
        holds(monitor.start(capacity(100, 6)));
        holds(monitor.settle(step(capacity(110, 6))));
        fails(monitor.settle(step(capacity(111, 6))));
        fails(monitor.settle(step(capacity(112, 5))));
        holds(monitor.settle(step(capacity(113, 7))));
    }

    /** A state in which the condition has no value leaves open whether it was ever true. */
    @Test
    void whatDoesNotExistInOneStateIsAnErrorFromThere() {
        Monitor monitor = monitor("invariant i: once(vault.capacity > 5) ==> now > 0;");
        holds(monitor.start(capacity(1, 5)));
        assertInstanceOf(Judgement.Failed.class, monitor.settle(step(TestScope.at(2, Map.of()))));
        assertInstanceOf(Judgement.Failed.class, monitor.settle(step(capacity(3, 5))));
    }

    @Test
    void whatNobodyAsksForNeedNotExist() {
        Monitor monitor = monitor("invariant i: now >= 3 ==> ago(1, vault.capacity) == 6;");
        holds(monitor.start(TestScope.at(1, Map.of())));
        holds(monitor.settle(step(capacity(2, 6))));
        holds(monitor.settle(step(TestScope.at(3, Map.of()))));
    }

    @Test
    void namesHaveAPastOfTheirOwn() {
        Monitor monitor = monitor("invariant i: forall v in {3, 4}: !once(vault.capacity == v);");
        holds(monitor.start(capacity(1, 2)));
        fails(monitor.settle(step(capacity(2, 4))));
        assertEquals(
                new Judgement.Violated("!once(vault.capacity == v) is false, where v = 4"),
                monitor.settle(step(capacity(3, 2))));
        monitor.rollback(0);
        holds(monitor.settle(step(capacity(4, 2))));
    }

    @Test
    void aDeadlineIsMissedByTheFirstStepAfterIt() {
        Monitor monitor = monitor("respond r: when vault.capacity == 1, within 10: vault.capacity > 5;");
        holds(monitor.start(capacity(100, 1)));
        holds(monitor.settle(step(capacity(110, 1).after(capacity(100, 1)))));
        fails(monitor.settle(step(capacity(111, 6).after(capacity(110, 1)))));
        // What was missed once is not missed again.
        holds(monitor.settle(step(capacity(130, 6).after(capacity(111, 6)))));
    }

    @Test
    void whatIsAnsweredInTimeAsksAnew() {
        Monitor monitor = monitor("respond r: when vault.capacity == 1, within 10: vault.capacity > 5;");
        holds(monitor.start(capacity(100, 1)));
        holds(monitor.settle(step(capacity(110, 6).after(capacity(100, 1)))));
        holds(monitor.settle(step(capacity(150, 1).after(capacity(110, 6)))));
        fails(monitor.settle(step(capacity(161, 6).after(capacity(150, 1)))));
        monitor.rollback(2);
        holds(monitor.settle(step(capacity(160, 6).after(capacity(150, 1)))));
    }

    /** The state that stands before a step is read at the time of the step, or at the deadline. */
    @Test
    void timeAloneMayAnswer() {
        Monitor monitor = monitor("respond r: when vault.capacity == 1, within 10: now >= vault.capacity + 109;");
        holds(monitor.start(capacity(100, 1)));
        holds(monitor.settle(step(capacity(500, 9).after(capacity(100, 1)))));
        monitor.rollback(0);
        // At 110 the state answers before the step takes the answer away.
        holds(monitor.settle(step(capacity(110, 2).after(capacity(100, 1)))));
        holds(monitor.settle(step(capacity(500, 2).after(capacity(110, 2)))));
    }

    /** Neither a later step at the same time nor time makes up for it. */
    @Test
    void aDeadlineOfZeroAsksForItInTheSameState() {
        Monitor monitor = monitor("respond r: when vault.capacity == 1, within 0: now > 100;");
        fails(monitor.start(capacity(100, 1)));
        holds(monitor.start(capacity(100, 2)));
        fails(monitor.settle(step(capacity(100, 1).after(capacity(100, 2)))));
        holds(monitor.settle(step(capacity(101, 1).after(capacity(100, 1)))));
    }

    /** What an envelope reads changes by the calls that it names, and stays inside. */
    @Test
    void anEnvelopeIsLeftByAnotherPathOrByAnotherValue() {
        Monitor monitor = monitor("envelope e: on vault.set*(…): vault.capacity <= 10;");
        holds(monitor.start(capacity(1, 5)));
        holds(monitor.settle(withdrawal(capacity(2, 6).after(capacity(1, 5)))));
        holds(monitor.settle(step(capacity(3, 6).after(capacity(2, 6)))));
        assertEquals(
                new Judgement.Violated("vault.capacity changed from 6 to 7, and no call of vault.set*(…) ran"),
                monitor.settle(step(capacity(4, 7).after(capacity(3, 6)))));
        fails(monitor.settle(withdrawal(capacity(5, 11).after(capacity(4, 7)))));
    }

    @Test
    void aDeadlineThatNobodyKeepsIsMissedOnlyIfSomebodyHasActed() {
        Monitor monitor = monitor(
                "respond r: when vault.capacity == 1, within 10: vault.capacity > 5 by guardian with vault.unpause();");
        holds(monitor.start(capacity(100, 1)));
        holds(monitor.settle(withdrawal(capacity(110, 1).after(capacity(100, 1)))));
        holds(monitor.settle(step(capacity(111, 1).after(capacity(110, 1)))));
    }

    @Test
    void whatIsNotBenignEndsTheTrace() {
        Monitor monitor = monitor("benign { call vault.withdraw; } never_trips n: vault.capacity > 5;");
        assertEquals(0, ((Judgement.Held) monitor.start(capacity(1, 5))).times());
        assertEquals(1, ((Judgement.Held) monitor.settle(withdrawal(capacity(2, 5)))).times());
        assertEquals(
                new Judgement.Violated("5 < vault.capacity is true, and every step was benign"),
                monitor.settle(withdrawal(capacity(3, 6))));
        monitor.rollback(1);
        assertEquals(0, ((Judgement.Held) monitor.settle(step(capacity(3, 6)))).times());
        assertEquals(0, ((Judgement.Held) monitor.settle(withdrawal(capacity(4, 6)))).times());
    }
}
