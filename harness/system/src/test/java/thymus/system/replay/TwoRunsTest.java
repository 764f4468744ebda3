package thymus.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.Systems;

/** A step beside the same step in another run, on the contracts of the corpus. */
class TwoRunsTest {
    private static DeployedSystem system(String file) {
        Path specification = Repository.at("corpus/language/" + file + ".inv");
        ArtifactStore store = ArtifactStore.at(specification.resolveSibling("artifacts"));
        return DeployedSystem.deploy(SpecificationReader.read(specification, store), store);
    }

    private static Step step(DeployedSystem system, String sender, String target, String function, long argument) {
        return new Step(
                sender,
                target,
                new StepCall.FunctionCall(
                        system.functions(target).stream()
                                .filter(f -> f.name().equals(function))
                                .findFirst()
                                .orElseThrow(),
                        List.of(AbiValue.of(argument))),
                BigInteger.ZERO,
                0,
                0);
    }

    private static Replay replay(DeployedSystem system, String property, Step... steps) {
        return Replayer.run(system, Systems.property(system, property), Arrays.asList(steps));
    }

    private static String broken(Replay replay) {
        return assertInstanceOf(Replay.Outcome.Broken.class, replay.outcome()).explanation();
    }

    @Test
    void theStepAfterAnOffenceIsTheSame() {
        DeployedSystem system = system("isolation/Kept");
        Replay replay = replay(
                system,
                "alone",
                step(system, "alice", "c", "withdraw", 101),
                step(system, "bob", "c", "withdraw", 60),
                step(system, "alice", "c", "withdraw", 1));
        assertInstanceOf(Replay.Outcome.Held.class, replay.outcome());
    }

    @Test
    void nothingOfTheSecondRunStays() {
        DeployedSystem system = system("isolation/Kept");
        Replay replay = replay(
                system,
                "alone",
                step(system, "alice", "c", "withdraw", 101),
                step(system, "bob", "c", "withdraw", 60),
                step(system, "bob", "c", "withdraw", 40));
        assertEquals(
                List.of("c.shares[bob]: 40 -> 0", "c.total: 140 -> 100"),
                replay.steps().getLast().changes().stream()
                        .map(c -> c.variable() + ": " + c.before() + " -> " + c.after())
                        .toList());
    }

    @Test
    void bothRunsAreShownWithTheirFirstDifference() {
        DeployedSystem system = system("isolation/Told");
        Replay replay = replay(
                system, "alone", step(system, "alice", "c", "withdraw", 101), step(system, "bob", "c", "withdraw", 60));
        String text = ReplayPrinter.print(replay);
        assertTrue(text.contains("""
                the last step in two runs; * is the first difference
                                      after the offence             without it
                    the outcome       success                       success
                    what is returned  40                            40
                  * event 1           c.Paid(user: bob, amount: 1)  c.Paid(user: bob, amount: 0)
                    c.total           140                           140
                    c.shares[bob]     40                            40
                """), text);
    }

    @Test
    void anOffenceLeavesNothingButItsMarks() {
        DeployedSystem system = system("isolation/Traces");
        assertEquals(
                "the offence of alice leaves more than its marks: c.total was 200 and is 1",
                broken(replay(system, "alone", step(system, "alice", "c", "withdraw", 101))));
    }

    @Test
    void whoIsIsolatedMakesNoGuardedCall() {
        DeployedSystem system = system("isolation/Open");
        assertEquals(
                "c.isolated(a) was true, where a = alice, and c.withdraw of that account succeeded",
                broken(replay(
                        system,
                        "alone",
                        step(system, "alice", "c", "withdraw", 101),
                        step(system, "alice", "c", "withdraw", 5))));
    }

    @Test
    void aStepIsComparedWithOneWithoutAContract() {
        DeployedSystem system = system("without/Partial");
        Replay replay = replay(
                system,
                "unseen",
                new Step(
                        "alice",
                        "breaker",
                        new StepCall.FunctionCall(
                                system.functions("breaker").stream()
                                        .filter(f -> f.name().equals("breakIt"))
                                        .findFirst()
                                        .orElseThrow(),
                                List.of(AbiValue.of(1))),
                        BigInteger.ZERO,
                        0,
                        0),
                step(system, "alice", "c", "withdraw", 60));
        assertEquals(
                "the step is not the same as without breaker: what is returned: left: 70 with breaker, left: 40 "
                        + "without it",
                broken(replay));
    }

    @Test
    void whatAContractStoresItselfIsNotCompared() {
        DeployedSystem system = system("without/Kept");
        Replay replay = replay(system, "unseen", step(system, "alice", "c", "withdraw", 60));
        assertInstanceOf(Replay.Outcome.Held.class, replay.outcome());
    }
}
