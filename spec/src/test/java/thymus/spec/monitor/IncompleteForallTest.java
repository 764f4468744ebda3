package thymus.spec.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.spec.Examples;
import thymus.spec.TestContracts;
import thymus.spec.check.SpecificationReader;
import thymus.spec.contract.AbiType;

/**
 * Of {@code forall} only 0, 1 and 255 are looked at here: that all of them fulfil something says nothing of the others.
 */
class IncompleteForallTest {
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

    /** With a capacity of 9: a premise that the values looked at fulfil, and one that 255 refutes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (forall uint256 x: x <= 255) ==> vault.capacity > 9             | Undecided
            (forall uint256 x: x <= 9) ==> vault.capacity > 9               | Held
            !(forall uint256 x: x <= 255)                                   | Undecided
            !(forall uint256 x: x <= 9)                                     | Held
            (forall uint256 x: x <= 255) == (vault.capacity > 9)            | Undecided
            ((forall uint256 x: x <= 255) ? vault.capacity : 10) > 9        | Undecided
            ((forall uint256 x: x <= 255) ? vault.capacity : 9) > 9         | Violated
            (forall uint256 x: x <= 255) && vault.capacity > 9              | Violated
            (forall uint256 x: x <= 255) && vault.capacity > 8              | Held
            forall uint256 x: x <= 9                                        | Violated
            forall uint256 x: !(forall uint256 y: x + y >= 0)               | Undecided
            forall uint256 x: !(forall uint256 y: x + y < 5)                | Held
            (forall uint8 x: x <= 255) ==> vault.capacity > 9               | Violated
            (forall bool b: !(b && !b)) ==> vault.capacity > 9                 | Violated
            (forall a in {alice, bob}: a != guardian) ==> vault.capacity > 9 | Violated
            prev((forall uint256 x: x <= 255) ? vault.capacity : 10) > 9    | Undecided
            (forall uint256 x: x <= 255) ==> token.totalSupply() > 0        | Undecided
            (forall bool b: !(b && !b)) ==> token.totalSupply() > 0            | Failed
            vault.shares[(forall uint256 x: x <= 255) ? alice : bob] > 0    | Undecided
            """)
    void whatOnlyABelievedForallBreaksIsNotBroken(String condition, String judgement) {
        Judgement made = monitor("invariant i: " + condition + ";")
                .start(TestScope.at(
                        1,
                        Map.of(
                                "vault.capacity",
                                BigInteger.valueOf(9),
                                "vault.shares[(forall uint256 x: x <= 255) ? alice : bob]",
                                BigInteger.ZERO)));
        assertEquals(judgement, made.getClass().getSimpleName(), made.toString());
    }

    @Test
    void theReasonNamesTheType() {
        Judgement made = monitor("invariant i: !(forall uint256 x: x <= 255);").start(capacity(1, 9));
        assertEquals(
                new Judgement.Undecided(
                        "the fuzzer cannot show that a forall holds for all values of uint256, on which "
                                + "this depends"),
                made);
    }

    /** The prover calls a premise vacuous that no value fulfils; to count it as judged would contradict that. */
    @Test
    void aPremiseThatIsOnlyBelievedIsNotCounted() {
        Monitor monitor = monitor("invariant i: (forall uint256 x: x <= 255) ==> vault.capacity > 1;");
        TestScope first = capacity(1, 9);
        monitor.start(first);
        assertEquals(
                0, ((Judgement.Held) monitor.settle(withdrawals(capacity(2, 9).after(first)))).times());
    }

    @Test
    void aConditionOfARuleThatIsOnlyBelievedTriggersNothing() {
        Monitor monitor =
                monitor("rule r: on ok(vault.withdraw(amount)) where forall uint256 x: x <= amount: amount > 400;");
        TestScope first = capacity(1, 9);
        monitor.start(first);
        assertInstanceOf(
                Judgement.NotTriggered.class,
                monitor.settle(withdrawals(capacity(2, 9).after(first), 7L)));
        assertInstanceOf(
                Judgement.Undecided.class,
                monitor.settle(withdrawals(capacity(2, 9).after(first), 300L)));
    }

    @Test
    void aMatchThatIsCertainStillBreaksARule() {
        Monitor monitor = monitor("rule r: on ok(vault.withdraw(amount)) "
                + "where amount < 9 || (forall uint256 x: x <= amount): amount > 400;");
        TestScope first = capacity(1, 9);
        monitor.start(first);
        assertInstanceOf(
                Judgement.Violated.class,
                monitor.settle(withdrawals(capacity(2, 9).after(first), 300L, 7L)));
    }

    @Test
    void windowsThatMayHaveCountedTooMuchBreakNothing() {
        Monitor monitor =
                monitor("flow doubtful = ok(vault.withdraw(amount)) where forall uint256 x: x <= amount => amount;"
                        + "limit l: sum(doubtful, last 10) <= 300;");
        TestScope first = capacity(1, 9);
        monitor.start(first);
        assertInstanceOf(
                Judgement.NotTriggered.class,
                monitor.settle(withdrawals(capacity(2, 9).after(first), 7L)));
        int mark = monitor.snapshot();
        assertInstanceOf(
                Judgement.Undecided.class,
                monitor.settle(withdrawals(capacity(3, 9).after(first), 400L)));
        monitor.rollback(mark);
        assertInstanceOf(
                Judgement.NotTriggered.class,
                monitor.settle(withdrawals(capacity(3, 9).after(first), 8L)));
    }

    @Test
    void windowsAfterADoubtfulAmountBreakNothing() {
        Monitor monitor = monitor(
                "flow odd = ok(vault.withdraw(amount)) => amount < 9 ? amount : ((forall uint256 x: x < 999) ? 1 : 0);"
                        + "invariant i: sum(odd, ever) <= 7;");
        TestScope first = capacity(1, 9);
        monitor.start(first);
        assertInstanceOf(
                Judgement.Held.class, monitor.settle(withdrawals(capacity(2, 9).after(first), 7L)));
        int mark = monitor.snapshot();
        assertInstanceOf(
                Judgement.Violated.class,
                monitor.settle(withdrawals(capacity(2, 9).after(first), 8L)));
        monitor.rollback(mark);
        assertInstanceOf(
                Judgement.Held.class, monitor.settle(withdrawals(capacity(2, 9).after(first), 50L)));
        assertInstanceOf(
                Judgement.Undecided.class,
                monitor.settle(withdrawals(capacity(2, 9).after(first), 8L)));
    }

    @Test
    void smallTypesHaveAllTheirValues() {
        assertEquals(256, Enumeration.of(new AbiType.UInt(8)).orElseThrow().size());
        List<BigInteger> signed = Enumeration.of(new AbiType.Int(8)).orElseThrow();
        assertEquals(BigInteger.valueOf(-128), signed.getFirst());
        assertEquals(BigInteger.valueOf(127), signed.getLast());
        assertEquals(
                256, Enumeration.of(new AbiType.FixedBytes(1)).orElseThrow().size());
        assertEquals(2, Enumeration.of(new AbiType.Bool()).orElseThrow().size());
        assertTrue(Enumeration.of(new AbiType.UInt(16)).isEmpty());
        assertTrue(Enumeration.of(new AbiType.Address()).isEmpty());
    }
}
