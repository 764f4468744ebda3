package thymus.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.system.crosscheck.WholeTransaction;
import thymus.system.execution.Assembly;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entries;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepResult;
import thymus.system.execution.Systems;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sequences with transactions of attackers' contracts, in files and run again. */
class ContractReplayTest {
    /** Without call data it opens by TSTORE(0, 1); with some it reverts unless it is open, and keeps the ether. */
    private static final String OPEN_FIRST = "36 6009 57 6001 5f5d 00 5b 5f5c 6012 57 5f5ffd 5b 00";

    @TempDir
    private Path folder;

    private DeployedSystem system() {
        return Assembly.system(folder, OPEN_FIRST);
    }

    private static List<Step> steps() {
        return List.of(
                Assembly.call("aa", 7).entered(Entry.DIRECT),
                Assembly.call("aa", 7),
                Assembly.again("", 0),
                Assembly.again("bb", 7));
    }

    private static List<Step> ofContract() {
        return steps().subList(1, 4);
    }

    private Path written() {
        DeployedSystem system = system();
        Path file = folder.resolve("untouched.json");
        Counterexample.of(system, folder.resolve("c.inv"), Optional.of(folder), 1, "untouched", 3, ofContract())
                .write(file);
        return file;
    }

    @Test
    void aReplayShowsTheTransactionAndTheContract() throws IOException {
        DeployedSystem system = system();
        Replay replay = Replayer.run(system, Systems.property(system, "untouched"), ofContract());
        assertEquals(3, ((Replay.Outcome.Broken) replay.outcome()).step());
        String golden = new String(
                ContractReplayTest.class
                        .getResourceAsStream("/replay/contract.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertEquals(
                golden,
                ReplayPrinter.print(replay).replace(folder.resolve("c.inv").toString(), "c.inv"));
    }

    @Test
    void whatIsWrittenIsReadAndBreaksAgain() {
        Path file = written();
        Counterexample read = Counterexample.read(file);
        assertEquals(
                List.of(Entry.BY_CONTRACT, Entry.SAME_TRANSACTION, Entry.SAME_TRANSACTION),
                read.steps().stream().map(RecordedStep::entry).toList());
        assertTrue(Replayer.replay(read, file).isBroken());
    }

    @Test
    void ordinaryStepsSayNothingOfHowTheyEnter() throws IOException {
        Path file = folder.resolve("ordinary.json");
        Counterexample.of(
                        system(),
                        folder.resolve("c.inv"),
                        Optional.of(folder),
                        1,
                        "untouched",
                        1,
                        steps().subList(0, 1))
                .write(file);
        assertFalse(Files.readString(file).contains("entry"));
    }

    @Test
    void aTransactionThatCannotBeIsRefusedAtItsField() {
        String entry = "/steps/1/entry: ";
        refused(
                entry + "expected \"contract\", \"same-transaction\" or \"forced-ether\"",
                json -> step(json, 1).put("entry", "both"));
        refused(entry + "expected a string", json -> step(json, 1).put("entry", true));
        refused(
                "/steps/0/entry: there is no step before it",
                json -> step(json, 0).put("entry", "same-transaction"));
        refused(
                entry + "the step before is a transaction by itself; write \"entry\": \"contract\" there too",
                json -> step(json, 0).remove("entry"));
        refused(entry + "one contract makes all calls", json -> step(json, 1).put("sender", "alice"));
        refused(
                entry + "no time passes within a transaction",
                json -> step(json, 1).put("seconds", 1));
        refused(
                entry + "no time passes within a transaction",
                json -> step(json, 1).put("blocks", 1));
        refused("/steps/0: \"entry\" says that alice is an attacker's contract", json -> {
            for (int i = 0; i < 3; i++) {
                step(json, i).put("sender", "alice");
            }
        });
    }

    @Test
    void theContractDoesWhatTheCallsOneByOneDo() {
        // SSTORE(GAS, SLOAD(0)), LOG0, SSTORE(0, NOT(SLOAD(0))): whoever has other gas, or pays otherwise, writes
        // elsewhere
        DeployedSystem gas = Assembly.system(folder, "5f54 5a 55 5f5fa0 5f54 19 5f55 00");
        List<Step> steps = List.of(
                Assembly.call("", 0), Assembly.again("0011", 5), Assembly.again("", 0), Assembly.again("ff", 1));
        List<StepResult> settled = steps.stream().map(gas::execute).toList();
        assertTrue(Entries.areWhole(steps));
        new WholeTransaction(gas, settled).requireSame("steps 1 to 4");
    }

    @Test
    void aCallThatUsesAllItsGasLeavesTheOthersWhatIsLeft() {
        // without call data a loop without end
        DeployedSystem loop = Assembly.system(folder, "5b 36 6008 57 5f 56 00 5b 6001 5f55 00");
        List<Step> steps = List.of(Assembly.call("", 0), Assembly.again("aa", 0));
        List<StepResult> settled = steps.stream().map(loop::execute).toList();
        assertEquals(
                List.of(false, true),
                settled.stream().map(s -> s.receipt().ok()).toList());
        new WholeTransaction(loop, settled).requireSame("steps 1 to 2");
    }

    private static ObjectNode step(ObjectNode json, int index) {
        return (ObjectNode) json.at("/steps/" + index);
    }

    private void refused(String reason, Consumer<ObjectNode> defect) {
        Path file = written();
        ReplayFileException e = assertThrows(ReplayFileException.class, () -> {
            ObjectNode json = (ObjectNode) new JsonMapper().readTree(file.toFile());
            defect.accept(json);
            Files.writeString(file, json.toString());
            Replayer.replay(Counterexample.read(file), file);
        });
        assertTrue(e.getMessage().contains(file.toString()) && e.getMessage().contains(reason), e.getMessage());
    }
}
