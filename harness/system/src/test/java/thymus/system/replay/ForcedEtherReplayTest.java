package thymus.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.evm.primitive.Word;
import thymus.system.execution.Assembly;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.StepResult;
import thymus.system.execution.Systems;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ether that comes to a contract which is not asked. */
class ForcedEtherReplayTest {
    /** It refuses every call. */
    private static final String REFUSES = "5f5ffd";

    @TempDir
    private Path folder;

    private static Step forced(long wei) {
        return Step.forced("bob", "c", BigInteger.valueOf(wei), 5, 1);
    }

    private Path written(DeployedSystem system) {
        Path file = folder.resolve("untouched.json");
        Counterexample.of(system, folder.resolve("c.inv"), Optional.of(folder), 1, "untouched", 1, List.of(forced(7)))
                .write(file);
        return file;
    }

    @Test
    void aContractThatRefusesEveryCallGetsIt() {
        DeployedSystem system = Assembly.system(folder, REFUSES);
        StepResult settled = system.execute(forced(7));
        assertTrue(settled.receipt().ok());
        assertEquals(Word.of(7), system.chain().world().balance(system.addressOf("c")));
    }

    @Test
    void aReplaySaysWhoForcesHowMuchAndByWhichCode() {
        DeployedSystem system = Assembly.system(folder, REFUSES);
        Replay replay = Replayer.run(system, Systems.property(system, "untouched"), List.of(forced(7)));
        assertInstanceOf(Replay.Outcome.Broken.class, replay.outcome());
        String text = ReplayPrinter.print(replay);
        String code = "73" + system.addressOf("c").toString().replace("0x", "") + "ff";
        assertTrue(text.contains("bob: 7 wei are forced into c\n"), text);
        assertTrue(text.contains(" with the code 0x" + code), text);
        assertTrue(text.contains("balance(c): 0 -> 7"), text);
    }

    @Test
    void whatIsWrittenIsReadAndBreaksAgain() {
        Path file = written(Assembly.system(folder, REFUSES));
        Counterexample read = Counterexample.read(file);
        assertEquals(
                List.of(Entry.FORCED),
                read.steps().stream().map(RecordedStep::entry).toList());
        assertTrue(Replayer.replay(read, file).isBroken());
    }

    @Test
    void aStepThatForcesEtherAndCallsIsRefused() throws IOException {
        Path file = written(Assembly.system(folder, REFUSES));
        refused(
                file,
                "/steps/0/entry: ether is forced into a contract without a call",
                step -> step.put("data", "0x01"));
        StepCall call = new StepCall.RawCall(new byte[] {1});
        Step step = forced(7);
        assertThrows(IllegalArgumentException.class, () -> step.calling(call));
    }

    private static void refused(Path file, String message, Consumer<ObjectNode> change) throws IOException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = (ObjectNode) mapper.readTree(Files.readString(file));
        change.accept((ObjectNode) json.at("/steps/0"));
        Files.writeString(file, mapper.writeValueAsString(json));
        ReplayFileException refusal = assertThrows(ReplayFileException.class, () -> Counterexample.read(file));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }
}
