package thymus.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static thymus.system.execution.CallbacksTest.callback;
import static thymus.system.execution.CallbacksTest.callbacks;
import static thymus.system.execution.CallbacksTest.nested;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.system.execution.Assembly;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.CallbacksTest;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Ending;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.Systems;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Steps with callbacks, in files and run again. */
class CallbackReplayTest {
    private static final String SECOND = "0x0000000000000000000000000000000000020002";

    @TempDir
    private Path folder;

    private static List<Step> steps() {
        return List.of(Assembly.call("", 0)
                .limited(5_000_000)
                .reacting(Optional.of(callbacks(
                        callback(new Ending.Return(new byte[] {1, 2}), nested("", 0)),
                        callback(new Ending.Revert(new byte[] {3}), nested("02", 0)),
                        callback(new Ending.OutOfGas()),
                        callback(new Ending.Acknowledge(), nested("01", 5))))));
    }

    private Path written() {
        return written(steps());
    }

    private Path written(List<Step> steps) {
        DeployedSystem system = Assembly.system(folder, CallbacksTest.CALLS);
        Path file = folder.resolve("untouched.json");
        Counterexample.of(system, folder.resolve("c.inv"), Optional.of(folder), 1, "untouched", 1, steps)
                .write(file);
        return file;
    }

    @Test
    void whatIsWrittenIsRead() {
        Path file = written();
        DeployedSystem system = Assembly.system(folder, CallbacksTest.CALLS);
        assertEquals(
                steps(),
                Counterexample.read(file).steps().stream()
                        .map(step -> step.toStep(system, "here"))
                        .toList());
    }

    private static List<Step> withAnother() {
        NestedCall other = new NestedCall(SECOND, new StepCall.RawCall(new byte[0]), BigInteger.ZERO);
        Callback second = callback(Ending.Return.NOTHING, nested("03", 0));
        Callbacks both = callbacks(callback(new Ending.Acknowledge(), other))
                .beside(List.of(new Callbacks(SECOND, List.of(second))));
        return List.of(Assembly.call("", 0).reacting(Optional.of(both)));
    }

    @Test
    void whatSeveralAttackersDoIsReadAndShown() {
        Path file = written(withAnother());
        DeployedSystem system = Assembly.system(folder, CallbacksTest.CALLS);
        assertEquals(
                withAnother(),
                Counterexample.read(file).steps().stream()
                        .map(step -> step.toStep(system, "here"))
                        .toList());
        Replay replay = Replayer.run(system, Systems.property(system, "untouched"), withAnother());
        List<ReplayedStep.Reaction> reactions = replay.steps().getFirst().callbacks();
        assertEquals(
                List.of(Assembly.CONTRACT, SECOND),
                reactions.stream().map(ReplayedStep.Reaction::account).toList());
        assertEquals(
                List.of("  " + SECOND + "()", "    c(0x03)"),
                reactions.getFirst().happened().subList(1, 3));
        String printed = ReplayPrinter.print(replay);
        assertTrue(printed.contains("  code at " + SECOND + "\n    fallback() external payable {"), printed);
    }

    @Test
    void whatAnotherAttackerCannotDoIsRefusedAtItsField() {
        refused(
                withAnother(),
                "/steps/0/callbacks/others/0: " + Assembly.CONTRACT + " has callbacks already",
                json -> other(json).put("account", Assembly.CONTRACT));
        refused(
                withAnother(),
                "/steps/0/callbacks/others/0: alice is named by the specification",
                json -> other(json).put("account", "alice"));
        refused(
                withAnother(),
                "the field \"others\" is not known",
                json -> other(json).putArray("others"));
    }

    private static ObjectNode other(ObjectNode json) {
        return (ObjectNode) callbacks0(json).at("/others/0");
    }

    @Test
    void aReplayShowsWhatHappenedAndTheCode() {
        DeployedSystem system = Assembly.system(folder, CallbacksTest.CALLS);
        Replay replay = Replayer.run(system, Systems.property(system, "untouched"), steps());
        ReplayedStep.Reaction reaction = replay.steps().getFirst().callbacks().getFirst();
        String account = Assembly.CONTRACT;
        assertEquals(
                List.of(
                        "while it calls " + account + "(0xaabbccdd), which returns 0x0102:",
                        "  c()",
                        "    while it calls " + account + "(0xaabbccdd), which fails:",
                        "      c(0x02)"),
                reaction.happened());
        assertEquals(
                List.of(
                        "fallback() external payable {",
                        "  calls += 1;",
                        "  if (calls == 1) { try c(); return 0x0102; }",
                        "  if (calls == 2) { try c(0x02); revert(0x03); }",
                        "  if (calls == 3) { while (true) {} }",
                        "  if (calls == 4) { try c{value: 5}(0x01); return msg.sig; }",
                        "}"),
                reaction.code());
        String printed = ReplayPrinter.print(replay);
        assertTrue(printed.contains("  code at " + account + "\n    fallback() external payable {"), printed);
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        refused(
                "/steps/0/callbacks/reactions/0/ending: expected \"return\"",
                json -> reaction(json, 0).put("ending", "explode"));
        refused(
                "/steps/0/callbacks/reactions/0/data: expected 0x",
                json -> reaction(json, 0).put("data", "0x1"));
        refused("/steps/0/gas: only a contract limits the gas of a call", json -> {
            ((ObjectNode) json.at("/steps/0")).put("gas", 1).remove("entry");
        });
        refused("the field \"gas\" is not known", json -> reaction(json, 2).put("gas", 1));
        refused(
                "/steps/0/callbacks: alice is named by the specification",
                json -> callbacks0(json).put("account", "alice"));
        refused(
                "/steps/0/callbacks: no actor or deployed contract is called \"eve\"",
                json -> callbacks0(json).put("account", "eve"));
    }

    private static ObjectNode callbacks0(ObjectNode json) {
        return (ObjectNode) json.at("/steps/0/callbacks");
    }

    private static ObjectNode reaction(ObjectNode json, int index) {
        return (ObjectNode) callbacks0(json).at("/reactions/" + index);
    }

    private void refused(String reason, Consumer<ObjectNode> defect) {
        refused(steps(), reason, defect);
    }

    private void refused(List<Step> steps, String reason, Consumer<ObjectNode> defect) {
        Path file = written(steps);
        ReplayFileException e = assertThrows(ReplayFileException.class, () -> {
            ObjectNode json = (ObjectNode) new JsonMapper().readTree(file.toFile());
            defect.accept(json);
            Files.writeString(file, json.toString());
            Replayer.replay(Counterexample.read(file), file);
        });
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void filesSayWhatTheContractDoes() throws IOException {
        String file = Files.readString(written());
        assertTrue(file.contains("\"ending\" : \"out-of-gas\""), file);
    }
}
