package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.evm.HarnessException;

/** What the code of the system sees of an attacker's contract, call after call. */
class ContractEntriesTest {
    /** SSTORE(0, TLOAD(0) + 1), TSTORE(0, the same) */
    private static final String COUNT = "5f5c 6001 01 80 5f5d 5f55 00";
    /** As COUNT, but with call data it reverts after TSTORE. */
    private static final String COUNT_OR_REVERT = "5f5c 6001 01 80 5f5d 5f55 36 600f 57 00 fe 5b 5f5ffd";

    @TempDir
    private Path folder;

    private static BigInteger counted(DeployedSystem system, Step step) {
        system.execute(step);
        return Assembly.slot(system, 0);
    }

    @Test
    void transientStorageLastsAsLongAsTheTransaction() {
        DeployedSystem system = Assembly.system(folder, COUNT);
        assertEquals(BigInteger.ONE, counted(system, Assembly.call("", 0)));
        assertEquals(BigInteger.TWO, counted(system, Assembly.again("", 0)));
        assertEquals(BigInteger.valueOf(3), counted(system, Assembly.again("", 0)));
        assertEquals(BigInteger.ONE, counted(system, Assembly.call("", 0)));
    }

    @Test
    void whatIsAskedBetweenTwoCallsDisturbsNothing() {
        DeployedSystem system = Assembly.system(folder, COUNT);
        counted(system, Assembly.call("", 0));
        system.tryOut(Assembly.again("", 0), 100_000);
        system.tryOut(Assembly.call("", 0), 100_000);
        assertEquals(BigInteger.ONE, Assembly.slot(system, 0));
        assertEquals(BigInteger.TWO, counted(system, Assembly.again("", 0)));
    }

    @Test
    void aTransactionGoesOnFromWhereTheSystemWasRolledBackTo() {
        DeployedSystem system = Assembly.system(folder, COUNT);
        counted(system, Assembly.call("", 0));
        int mark = system.snapshot();
        assertEquals(BigInteger.TWO, counted(system, Assembly.again("", 0)));
        system.rollback(mark);
        assertEquals(BigInteger.TWO, counted(system, Assembly.again("", 0)));
        system.rollback(mark);
        assertEquals(BigInteger.ONE, counted(system, Assembly.call("", 0)));
    }

    @Test
    void aCallThatFailsLeavesNothingAndTheTransactionGoesOn() {
        DeployedSystem system = Assembly.system(folder, COUNT_OR_REVERT);
        counted(system, Assembly.call("", 0));
        assertFalse(system.execute(Assembly.again("00", 0)).receipt().ok());
        assertEquals(BigInteger.TWO, counted(system, Assembly.again("", 0)));
    }

    @Test
    void theCallerIsAContractAndItsOwnerTheOrigin() {
        // SSTORE(0, CALLER), SSTORE(1, ORIGIN), SSTORE(2, EXTCODESIZE(CALLER))
        DeployedSystem system = Assembly.system(folder, "33 5f55 32 600155 33 3b 600255 00");
        system.execute(Assembly.call("", 0));
        assertEquals(BigInteger.valueOf(0x20001), Assembly.slot(system, 0));
        assertEquals(AttackerContract.OWNER.word().toBigInteger(), Assembly.slot(system, 1));
        assertEquals(BigInteger.valueOf(AttackerContract.CODE.size()), Assembly.slot(system, 2));
        assertEquals(1, system.chain().world().nonce(AttackerContract.OWNER));
    }

    @Test
    void aContractIsGivenEtherBeforeItsTransactionOnly() {
        DeployedSystem system = Assembly.system(folder, "00");
        assertTrue(system.execute(Assembly.call("", 5)).receipt().ok());
        Step tooMuch = new Step(
                Assembly.CONTRACT,
                "c",
                Assembly.call("", 0).call(),
                DeployedSystem.ALLOWANCE,
                0,
                0,
                Entry.SAME_TRANSACTION);
        StepResult refused = system.execute(tooMuch);
        assertEquals("the contract has too little ether", refused.failure().orElseThrow());
        assertFalse(refused.isMade());
        assertTrue(system.execute(tooMuch.entered(Entry.BY_CONTRACT)).receipt().ok());
    }

    @Test
    void whatIsNoContractOfAnAttackerIsRefusedWithWhatToDo() {
        DeployedSystem system = Assembly.system(folder, COUNT);
        refused(system, "is no call that this contract made; let it begin a transaction", Assembly.again("", 0));
        refused(system, "alice is no attacker's contract", from("alice"));
        refused(system, "below 0x200 stand precompiles", from("0x" + "0".repeat(38) + "04"));
        String user = "0x00000000000000000000000000000000000010aa";
        system.execute(from(user).entered(Entry.DIRECT));
        refused(system, "it has sent transactions itself", from(user));
        refused(system, "is no call that this contract made", from(user).entered(Entry.SAME_TRANSACTION));
    }

    private static Step from(String sender) {
        Step step = Assembly.call("", 0);
        return new Step(sender, "c", step.call(), step.value(), 0, 0, Entry.BY_CONTRACT);
    }

    private static void refused(DeployedSystem system, String reason, Step step) {
        String message =
                assertThrows(HarnessException.class, () -> system.execute(step)).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
