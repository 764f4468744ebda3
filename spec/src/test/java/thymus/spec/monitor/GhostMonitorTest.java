package thymus.spec.monitor;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thymus.spec.Examples;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;

class GhostMonitorTest {
    private static final String PAID = """
            ghost paid = vault.capacity;
            on vault.Withdrawn(_, amount): paid += amount;
            """;

    private static Monitor monitor(String text) {
        return Monitors.of(SpecificationReader.read(Examples.SYSTEM + text, "x.inv", new TestContracts()))
                .getFirst();
    }

    private static TestScope capacity(long value) {
        return TestScope.at(1, Map.of("vault.capacity", BigInteger.valueOf(value)));
    }

    private static TestTransition withdrawals(TestScope after, long... amounts) {
        List<List<Long>> all = Arrays.stream(amounts).mapToObj(List::of).toList();
        return new TestTransition(after, Map.of("vault", all));
    }

    private static void holds(Judgement judgement) {
        assertInstanceOf(Judgement.Held.class, judgement);
    }

    private static void fails(Judgement judgement) {
        assertInstanceOf(Judgement.Violated.class, judgement);
    }

    @Test
    void theFirstValueIsThatAfterSetup() {
        Monitor monitor = monitor(PAID + "invariant i: paid == 7;");
        holds(monitor.start(capacity(7)));
        holds(monitor.settle(withdrawals(capacity(9))));
    }

    @Test
    void everyMatchUpdates() {
        Monitor monitor = monitor(PAID + "invariant i: prev(paid) <= 7 && paid <= 12;");
        holds(monitor.start(capacity(7)));
        holds(monitor.settle(withdrawals(capacity(0), 2, 3)));
        fails(monitor.settle(withdrawals(capacity(0))));
    }

    @Test
    void whatIsRolledBackWasNever() {
        Monitor monitor = monitor(PAID + "invariant i: paid == 1 - vault.capacity;");
        fails(monitor.start(capacity(1)));
        fails(monitor.settle(withdrawals(capacity(0), 5)));
        monitor.rollback(0);
        monitor.note(withdrawals(capacity(0), 3));
        holds(monitor.settle(withdrawals(capacity(-3))));
    }

    @Test
    void whatDoesNotExistIsLostForGood() {
        Monitor monitor = monitor("""
                ghost x = 0;
                on vault.Withdrawn(_, amount) where amount > 3: x += token.totalSupply();
                invariant i: x == 0;
                """);
        holds(monitor.start(capacity(0)));
        holds(monitor.settle(withdrawals(capacity(0), 3)));
        assertInstanceOf(Judgement.Failed.class, monitor.settle(withdrawals(capacity(0), 4)));
        assertInstanceOf(Judgement.Failed.class, monitor.settle(withdrawals(capacity(0))));
        monitor.rollback(1);
        holds(monitor.settle(withdrawals(capacity(0))));
    }

    @Test
    void otherOperatorsLookAtGhosts() {
        Monitor monitor = monitor(PAID + "invariant i: once(paid > 10) && start(paid) == 7 ==> prev(paid) < 12;");
        holds(monitor.start(capacity(7)));
        holds(monitor.settle(withdrawals(capacity(0), 4, 1)));
        fails(monitor.settle(withdrawals(capacity(0))));
    }
}
