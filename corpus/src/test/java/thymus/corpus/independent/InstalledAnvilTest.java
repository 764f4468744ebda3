package thymus.corpus.independent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.crosscheck.InstalledAnvil;
import thymus.system.crosscheck.NodeReplay;
import thymus.system.crosscheck.Recording;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.ImpossibleTransactionException;
import thymus.system.execution.Step;

/** Whatever a sequence does with blocks, time, ether and gas, a real anvil can follow it. */
@Timeout(120)
@Tag("integration")
class InstalledAnvilTest {
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws InterruptedException {
        RealAnvil.install();
    }

    @Test
    void timeAndNumberAreTheSame() throws IOException {
        // SSTORE(TIMESTAMP, NUMBER), which also tells transactions of one block from those of several
        DeployedSystem system = Assembled.system(folder, "43 42 55 00");
        confirmed(
                system,
                List.of(
                        Assembled.call("alice"),
                        Assembled.call("bob"),
                        Assembled.call("alice", BigInteger.ZERO, 1, 1),
                        Assembled.call("alice", BigInteger.ZERO, 0, 20),
                        Assembled.call("alice", BigInteger.ZERO, 3600, 0),
                        Assembled.call("bob", BigInteger.ZERO, 0, 1_000_000),
                        Assembled.call("bob", BigInteger.ZERO, 1L << 40, 1)));
    }

    @Test
    void slotsThatAreClearedLogsAndReturnedDataAreTheSame() throws IOException {
        // SSTORE(0, ISZERO(SLOAD(0))); LOG1(0, 32, CALLER); RETURN(0, 32) of MSTORE(0, CALLVALUE)
        DeployedSystem system = Assembled.system(folder, "5f54 15 5f55 34 5f52 33 60205f a1 60205f f3");
        confirmed(
                system,
                List.of(
                        Assembled.call("alice"),
                        Assembled.call("bob", ETHER, 0, 0),
                        Assembled.call("alice", ETHER, 10, 1),
                        Assembled.call("alice")));
    }

    @Test
    void aBlockIsNeverTooFullForItsTransactions() throws IOException {
        // SSTORE(0, 1) and a loop without end: every step uses all its gas and fails
        DeployedSystem system = Assembled.system(folder, "60015f55 5b 6004 56");
        confirmed(system, Collections.nCopies(4, Assembled.call("alice")));
    }

    @Test
    void unknownSendersAreGivenWhatTheySend() throws IOException {
        // SSTORE(CALLER, SELFBALANCE)
        DeployedSystem system = Assembled.system(folder, "47 33 55 00");
        String stranger = "0x00000000000000000000000000000000000c0ffe";
        confirmed(
                system,
                List.of(
                        Assembled.call("alice", ETHER, 0, 0),
                        Assembled.call(stranger, ETHER.multiply(ETHER), 0, 0),
                        Assembled.call(stranger, BigInteger.ONE, 0, 0)));
    }

    @Test
    void whatNoBlockMayContainIsNoStep() throws IOException {
        DeployedSystem system = Assembled.system(folder, "47 33 55 00");
        assertThrows(
                ImpossibleTransactionException.class,
                () -> system.execute(Assembled.call("alice", ETHER.pow(3), 5, 1)));
        confirmed(system, List.of(Assembled.call("alice", ETHER, 0, 0), Assembled.call("bob")));
    }

    @Test
    void contractsThatAreMadeAndDestroyedAreTheSame() throws IOException {
        // CREATE(1 wei, init code SELFDESTRUCT(CALLER)) and CREATE(0, no code)
        DeployedSystem system = Assembled.system(folder, "61 33ff 5f52 6002 601e 6001 f0 50 5f5f5f f0 5f55 00");
        confirmed(system, List.of(Assembled.call("alice", ETHER, 0, 0), Assembled.call("bob")));
    }

    @Test
    void severalCallsOfAContractAreOneTransaction() throws IOException {
        // SSTORE(TLOAD(0), ORIGIN), LOG0, TSTORE(0, TLOAD(0) + 1), SSTORE(CALLER, EXTCODEHASH(CALLER)); with data it
        // reverts
        DeployedSystem system = Assembled.system(
                folder, "32 5f5c 55 5f5f a0 5f5c 6001 01 5f5d 33 3f 33 55 36 6019 57 00 5b 6001 5f52 60205f fd");
        BigInteger tooMuch = ETHER.pow(2);
        confirmed(
                system,
                List.of(
                        Assembled.call("alice"),
                        Assembled.byContract("", ETHER),
                        Assembled.again("00", ETHER),
                        Assembled.again("", BigInteger.ZERO),
                        Assembled.again("", tooMuch),
                        Assembled.again("", BigInteger.ONE),
                        Assembled.call("bob", BigInteger.ZERO, 5, 1),
                        Assembled.byContract("", BigInteger.ZERO),
                        Assembled.byContract("", BigInteger.ZERO),
                        Assembled.again("", BigInteger.ZERO)));
    }

    @Test
    void randomnessThatANodeChoosesIsNamedAndNoDifference() throws IOException {
        DeployedSystem system = Assembled.system(folder, "44 5f 55 00");
        CrossCheckResult.Silent silent =
                assertInstanceOf(CrossCheckResult.Silent.class, replay(system, List.of(Assembled.call("alice"))));
        assertTrue(silent.reason().contains("step 1 executes PREVRANDAO"), silent::reason);
    }

    @Test
    void whatViewsSayIsTheSame() throws IOException {
        DeployedSystem vault = Vault.deployed();
        confirmed(vault, List.of(Vault.withdraw(vault, ETHER)));
    }

    private static void confirmed(DeployedSystem system, List<Step> steps) {
        assertEquals(new CrossCheckResult.Confirmed(RealAnvil.NAME), replay(system, steps));
    }

    private static CrossCheckResult replay(DeployedSystem system, List<Step> steps) {
        try (InstalledAnvil anvil = InstalledAnvil.find().orElseThrow()) {
            return NodeReplay.run(Recording.of(system, steps), anvil);
        }
    }
}
