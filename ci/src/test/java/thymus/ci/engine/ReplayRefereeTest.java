package thymus.ci.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.verdict.ReachedMaximum;
import thymus.contracts.abi.AbiValue;
import thymus.fixtures.Repository;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

class ReplayRefereeTest {
    @TempDir
    private Path folder;

    /** The fewer are taken, the more are left: what is shrunk is larger than what was found. */
    @Test
    void aSimplerSequenceMayLeadToMore() throws Exception {
        Path file = Files.writeString(folder.resolve("left.inv"), """
                contract Kept = "Kept.sol:Kept";
                actor alice;
                setup { c = new Kept() from alice; }
                maximize left: c.total() == 0 ? 0 : 100 - c.total();
                """);
        CheckTarget target = CheckTarget.read(file, Optional.of(Repository.at("corpus/language/maxima/artifacts")));
        FunctionModel take = target.deploy().functions("c").stream()
                .filter(f -> f.name().equals("take"))
                .findFirst()
                .orElseThrow();
        Step step =
                new Step("alice", "c", new StepCall.FunctionCall(take, List.of(AbiValue.of(5))), BigInteger.ZERO, 0, 0);
        ReachedMaximum reached = new ReplayReferee(target, 1, folder)
                .reached(target.specification().properties().getFirst(), List.of(step))
                .orElseThrow();
        assertEquals(BigInteger.valueOf(99), reached.value());
        assertEquals("left comes to 99", reached.sequence().explanation());
    }
}
