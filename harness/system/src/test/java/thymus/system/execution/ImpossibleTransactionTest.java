package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.evm.chain.InvalidTransactionException;

/** What no block of any chain contains is no step, and leaves everything as it was. */
class ImpossibleTransactionTest {
    private static final String STRANGER = "0x0000000000000000000000000000000000010001";

    private final DeployedSystem system = Systems.plain();

    private Step step(String sender, BigInteger value, long seconds, long blocks) {
        StepCall call = new StepCall.FunctionCall(Systems.function(system, "take"), java.util.List.of());
        return new Step(sender, "box", call, value, seconds, blocks);
    }

    private Step step(String sender) {
        return step(sender, BigInteger.TEN, 0, 0);
    }

    private void refused(Step step) {
        long time = system.chain().timestamp();
        SettledState before = system.history().current();
        assertThrows(ImpossibleTransactionException.class, () -> system.execute(step));
        assertEquals(time, system.chain().timestamp());
        assertEquals(before, system.history().current());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x0000000000000000000000000000000000000000", "0x0000000000000000000000000000000000000001",
                "0x0000000000000000000000000000000000000009", "0x0000000000000000000000000000000000000100",
                "0x00000000000000000000000000000000000001ff", "box"
            })
    void nobodySendsFromPrecompilesAndContracts(String sender) {
        refused(step(sender));
        assertFalse(new AdversaryUniverse(system).maySend(sender));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x0000000000000000000000000000000000000200",
                "0xffffffffffffffffffffffffffffffffffffffff",
                "bob",
                STRANGER
            })
    void everyOtherAccountSends(String sender) {
        assertTrue(system.execute(step(sender)).receipt().ok());
        assertTrue(new AdversaryUniverse(system).maySend(sender));
    }

    @Test
    void aContractIsNoSenderByItsAddressEither() {
        String box = system.addressOf("box").toString();
        refused(step(box));
        assertFalse(new AdversaryUniverse(system).maySend(box));
    }

    @Test
    void whoIsTrustedByNameIsTrustedByAddress() {
        DeployedSystem trusting = Systems.of("", "adversary { trusts alice; }");
        assertFalse(new AdversaryUniverse(trusting)
                .maySend(trusting.addressOf("alice").toString()));
    }

    @Test
    void theClockHasSixtyFourBits() {
        long most = 9_000_000_000_000_000_000L;
        system.execute(step("bob", BigInteger.ZERO, most, 1));
        system.execute(step("bob", BigInteger.ZERO, most, 1));
        assertEquals(
                new BigInteger("18000000001700000000"),
                system.state().context(thymus.spec.tree.Expr.Context.Field.TIMESTAMP));
        refused(step("bob", BigInteger.ZERO, most, 1));
        assertThrows(InvalidTransactionException.class, () -> system.chain().advance(most, 1));
    }

    @Test
    void blockNumbersHaveSixtyFourBits() {
        system.execute(step("bob", BigInteger.ZERO, 1, Long.MAX_VALUE));
        refused(step("bob", BigInteger.ZERO, 1, Long.MAX_VALUE));
        system.execute(step("bob", BigInteger.ZERO, 1, Long.MAX_VALUE - 20_000_000 + 1));
        refused(step("bob", BigInteger.ZERO, 1, 1));
    }

    @Test
    void theLastSecondIsThatOfTheClockOrOfTheFile() {
        assertEquals(-1, new AdversaryUniverse(system).lastSecond());
        DeployedSystem ending = Systems.of("", "adversary { time until 1_800_000_000; }");
        assertEquals(1_799_999_999, new AdversaryUniverse(ending).lastSecond());
        DeployedSystem never = Systems.of("", "adversary { time until 2 ** 100; }");
        assertEquals(-1, new AdversaryUniverse(never).lastSecond());
    }

    @Test
    void whatASenderLacksHeCannotSend() {
        refused(step("bob", DeployedSystem.ALLOWANCE.add(BigInteger.ONE), 7, 1));
        refused(step("bob", BigInteger.TWO.pow(200), 7, 1));
        refused(step("bob", BigInteger.TWO.pow(256), 7, 1));
    }

    /** More ether than there is would make numbers that no contract will ever see. */
    @Test
    void strangersHaveLessEtherThanTwoToThe128() {
        BigInteger much = BigInteger.TWO.pow(126);
        refused(step(STRANGER, BigInteger.TWO.pow(128), 0, 0));
        int mark = system.snapshot();
        assertTrue(system.execute(step(STRANGER, much, 0, 0)).receipt().ok());
        refused(step(STRANGER, much, 0, 0));
        system.rollback(mark);
        assertTrue(system.execute(step(STRANGER, much, 0, 0)).receipt().ok());
    }
}
