package thymus.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Fixtures;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.Systems;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReplayTest {
    private static final String SPECIFICATION = """
            contract Layout = "Layout.sol:Layout";
            actor alice, bob;
            setup {
              box = new Layout(500) from alice;
            }
            rule small: on ok(box.move(_, _, amount)): box.shares[bob] <= 100 && prev(box.shares[bob]) < 50;
            """;

    @TempDir
    Path folder;

    private Path specification;
    private DeployedSystem system;
    private List<Step> steps;

    @BeforeEach
    void deploy() throws IOException {
        specification = Files.writeString(folder.resolve("box.inv"), SPECIFICATION);
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        system = DeployedSystem.deploy(SpecificationReader.read(specification, store), store);
        AbiValue alice = AbiValue.of(system.addressOf("alice").word().toBigInteger());
        AbiValue bob = AbiValue.of(system.addressOf("bob").word().toBigInteger());
        AbiValue bucket = AbiValue.of(AbiValue.of(9), AbiValue.of(1), AbiValue.of(true), AbiValue.of(8));
        steps = List.of(
                Systems.step(system, "bob", "put", alice, AbiValue.of(150)),
                Systems.later(3600, system, "bob", "move", alice, bob, AbiValue.of(200)),
                new Step("bob", "box", new StepCall.RawCall(new byte[0]), BigInteger.TEN.pow(18), 61, 5),
                Systems.step(system, "alice", "setBucket", AbiValue.of(3), bucket),
                Systems.step(system, "0x000000000000000000000000000000000000aaaa", "take"),
                Systems.step(system, "alice", "move", alice, bob, AbiValue.of(120)),
                Systems.step(system, "alice", "loop"));
    }

    private Counterexample counterexample() {
        return Counterexample.of(system, specification, Optional.of(Fixtures.standard()), 42, "small", 6, steps);
    }

    @Test
    void aReplayTellsCallsEventsAndChangedVariables() throws IOException {
        Replay replay = Replayer.run(system, Systems.property(system, "small"), steps);
        assertTrue(replay.isBroken());
        assertEquals(6, replay.steps().size());
        String golden = new String(
                ReplayTest.class.getResourceAsStream("/replay/box.txt").readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(golden, ReplayPrinter.print(replay).replace(specification.toString(), "box.inv"));
    }

    @Test
    void accountsInAnExplanationHaveTheirNames() throws IOException {
        Path other = Files.writeString(
                folder.resolve("own.inv"),
                SPECIFICATION + "rule own: on ok(box.put): msg.sender == alice || (forall address u: u != box);");
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        DeployedSystem fresh = DeployedSystem.deploy(SpecificationReader.read(other, store), store);
        Replay replay = Replayer.run(fresh, Systems.property(fresh, "own"), steps);
        assertEquals(
                "msg.sender == alice is false: bob == alice, and u != box is false: box != box, where u = box",
                ((Replay.Outcome.Broken) replay.outcome()).explanation());
    }

    @Test
    void aReplayLeavesTheSystemAsItWas() {
        Replay first = Replayer.run(system, Systems.property(system, "small"), steps);
        assertEquals(first, Replayer.run(system, Systems.property(system, "small"), steps));
        assertEquals(1_700_000_000L, system.chain().timestamp());
    }

    @Test
    void whatIsWrittenIsReadAndBreaksAgain() {
        Path file = folder.resolve("deep/er/small.json");
        counterexample().write(file);
        Counterexample read = Counterexample.read(file);
        assertEquals(counterexample(), read);
        Replay replay = Replayer.replay(read, file);
        assertEquals(List.of(), replay.warnings());
        assertEquals(6, ((Replay.Outcome.Broken) replay.outcome()).step());
        assertEquals(
                Replayer.run(system, Systems.property(system, "small"), steps).steps(), replay.steps());
    }

    @Test
    void parametersOfTheDeploymentAreRecorded() throws IOException {
        Path open = Files.writeString(
                folder.resolve("open.inv"),
                SPECIFICATION
                        .replace("setup {", "parameter size in 100 .. 500; setup {")
                        .replace("Layout(500)", "Layout(size)"));
        ArtifactStore store = ArtifactStore.at(Fixtures.standard());
        Map<String, BigInteger> values = Map.of("size", BigInteger.valueOf(500));
        DeployedSystem chosen =
                DeployedSystem.deploy(SpecificationReader.read(open, store).choosing(values), store);
        Path file = folder.resolve("open.json");
        Counterexample.of(chosen, open, Optional.of(Fixtures.standard()), 42, "small", 6, steps)
                .write(file);
        Counterexample read = Counterexample.read(file);
        assertEquals(values, read.parameters());
        Replay replay = Replayer.replay(read, file);
        assertTrue(replay.isBroken());
        assertEquals(values, replay.parameters());
        assertTrue(ReplayPrinter.print(replay).contains("\nparameter size = 500\n"), ReplayPrinter.print(replay));
        for (String wrong : List.of("{\"size\": \"501\"}", "{\"other\": \"500\"}", "{}")) {
            String changed =
                    Files.readString(file).replaceAll("(?s)\"parameters\" : \\{[^}]*}", "\"parameters\": " + wrong);
            Path bad = Files.writeString(folder.resolve("bad.json"), changed);
            assertThrows(ReplayFileException.class, () -> Replayer.replay(Counterexample.read(bad), bad), wrong);
        }
    }

    @Test
    void aChangedSpecificationIsNoticed() throws IOException {
        Path file = folder.resolve("small.json");
        counterexample().write(file);
        Files.writeString(
                specification, SPECIFICATION.replace("<= 100", "<= 1000").replace("< 50", "< 5000"));
        Replay replay = Replayer.replay(Counterexample.read(file), file);
        assertFalse(replay.isBroken());
        assertTrue(
                replay.warnings().getFirst().contains("box.inv has changed"),
                replay.warnings().toString());
    }

    @Test
    void aFileThatDoesNotFitIsRefusedAtItsField() {
        refused("/seed", json -> json.put("seed", "x"));
        refused("thymus-replay", json -> json.remove("thymus-replay"));
        refused("version 2", json -> json.put("thymus-replay", 2));
        refused("\"extra\"", json -> json.put("extra", 1));
        refused("/broken-at", json -> json.put("broken-at", 8));
        refused("/steps/0/data", json -> first(json).put("data", "0x123"));
        refused("/steps/0/value", json -> first(json).put("value", "-1"));
        refused("/steps/0/seconds", json -> first(json).put("seconds", 1.5));
        refused("/steps/0", json -> first(json).put("weight", 1));
        refused("specification-sha256", json -> json.put("specification-sha256", "abc"));
        refused("has no property \"other\"", json -> json.put("property", "other"));
        refused("/steps/0: box has no function put(uint8)", json -> first(json).put("function", "put(uint8)"));
        refused(
                "/steps/0: the arguments are not those",
                json -> first(json).withObject("arguments").put("x", "7"));
        refused("/steps/0: the data do not begin", json -> first(json).put("data", "0x"));
        refused("/steps/0: no actor", json -> first(json).put("sender", "carol"));
        refused("/steps", json -> json.put("steps", "none"));
    }

    @Test
    void whatIsNoJsonIsRefused() throws IOException {
        for (String content : List.of("", "{", "[]", "[".repeat(100_000), "{\"a\":1}", "\u0000")) {
            Path file = Files.writeString(folder.resolve("x.json"), content);
            ReplayFileException e = assertThrows(ReplayFileException.class, () -> Counterexample.read(file));
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        }
        Path nowhere = folder.resolve("nowhere.json");
        assertThrows(ReplayFileException.class, () -> Counterexample.read(nowhere));
    }

    private static ObjectNode first(ObjectNode json) {
        return (ObjectNode) json.at("/steps/0");
    }

    private void refused(String reason, Consumer<ObjectNode> defect) {
        Path file = folder.resolve("small.json");
        counterexample().write(file);
        ReplayFileException e = assertThrows(ReplayFileException.class, () -> {
            ObjectNode json = (ObjectNode) new JsonMapper().readTree(file.toFile());
            defect.accept(json);
            Files.writeString(file, json.toString());
            Replayer.replay(Counterexample.read(file), file);
        });
        assertTrue(e.getMessage().contains(file.toString()) && e.getMessage().contains(reason), e.getMessage());
    }
}
