package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static final Step FIRST = Assembly.call("", 0);
    private static final Step AGAIN = Assembly.again("", 0);
    private static final Step DIRECT = FIRST.entered(Entry.DIRECT);

    @Test
    void noTimePassesWithinATransaction() {
        for (long[] time : new long[][] {{1, 0}, {0, 1}}) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> new Step(
                            AGAIN.sender(),
                            "c",
                            AGAIN.call(),
                            BigInteger.ZERO,
                            time[0],
                            time[1],
                            Entry.SAME_TRANSACTION));
            assertTrue(e.getMessage().startsWith("no time passes within a transaction"), e.getMessage());
        }
    }

    @Test
    void aStepIsATransactionUnlessItSaysOtherwise() {
        Step step = new Step("alice", "c", AGAIN.call(), BigInteger.ZERO, 1, 1);
        assertEquals(Entry.DIRECT, step.entry());
        assertFalse(step.sameTransaction());
    }

    @Test
    void oneContractMakesAllCallsOfATransaction() {
        Step other = new Step(
                "0x00000000000000000000000000000000000000aa",
                "c",
                AGAIN.call(),
                BigInteger.ZERO,
                0,
                0,
                Entry.SAME_TRANSACTION);
        assertTrue(Entries.areWhole(List.of(DIRECT, FIRST, AGAIN, AGAIN, FIRST)));
        for (List<Step> broken : List.of(List.of(AGAIN), List.of(DIRECT, AGAIN), List.of(FIRST, other))) {
            assertFalse(Entries.areWhole(broken), broken::toString);
        }
    }

    @Test
    void aCallThatHasLostItsTransactionBeginsOne() {
        List<Step> whole = List.of(FIRST, AGAIN);
        assertSame(whole, Entries.regrouped(whole));
        assertEquals(List.of(FIRST, AGAIN), Entries.regrouped(List.of(AGAIN, AGAIN)));
        assertEquals(List.of(DIRECT, FIRST, AGAIN), Entries.regrouped(List.of(DIRECT, AGAIN, AGAIN)));
    }

    @Test
    void aTransactionEndsWhereNoneGoesOnWithIt() {
        List<Step> steps = List.of(DIRECT, FIRST, AGAIN, FIRST);
        assertEquals(
                List.of(true, false, true, true),
                List.of(
                        Entries.isLast(steps, 0),
                        Entries.isLast(steps, 1),
                        Entries.isLast(steps, 2),
                        Entries.isLast(steps, 3)));
    }
}
