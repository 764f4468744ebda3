package thymus.ci.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.Fuzzer;
import thymus.ci.verdict.Testing;
import thymus.fixtures.Repository;
import thymus.system.execution.Scenario;

@Tag("integration")
class CampaignFuzzerTest {
    private static final long TRANSACTIONS = 1_600;

    @TempDir
    private Path folder;

    private final List<Scenario> broken = new ArrayList<>();

    private Fuzzer.Outcome run(String property, long seed) throws Exception {
        Path file = Files.writeString(folder.resolve("open.inv"), """
                contract Kept = "Kept.sol:Kept";
                actor alice, bob;
                parameter cap in 1 .. 5_000_000;
                parameter limit in 1 .. 5_000_000;
                setup { c = new Kept(cap, limit) from alice; }
                """ + property);
        CheckTarget target = CheckTarget.read(file, Optional.of(Repository.at("corpus/language/parameters/artifacts")));
        CheckPlan plan = new CheckPlan(
                file.toString(), target.specification().properties(), seed, Duration.ofMinutes(5), TRANSACTIONS, 1);
        broken.clear();
        return new SystemEngines(target, plan, folder).fuzzer().run(new Fuzzer.Observer() {
            @Override
            public void broken(String name, Scenario shrunk, String explanation) {
                broken.add(shrunk);
            }

            @Override
            public void failed(String name, Scenario shrunk, String reason) {
                throw new AssertionError(reason);
            }

            @Override
            public void crashed(String name, Throwable fault) {
                throw new AssertionError(fault);
            }

            @Override
            public void tried(long transactions, Map<String, Testing> testing) {}

            @Override
            public boolean progress(long transactions) {
                return true;
            }
        });
    }

    @Test
    void whatOnlyTheGreatestDeploymentBreaksIsFoundThere() throws Exception {
        run("invariant small: c.paid() < 4_500_000;", 1);
        assertEquals(1, broken.size());
        BigInteger greatest = BigInteger.valueOf(5_000_000);
        assertEquals(
                Map.of("cap", greatest, "limit", greatest), broken.getFirst().parameters());
        assertEquals(1, broken.getFirst().steps().size());
    }

    /** A limit above the cap is no deployment. */
    @Test
    void deploymentsShareTheTransactionsAndTheSameSeedGivesTheSame() throws Exception {
        Fuzzer.Outcome first = run("invariant capped: c.paid() <= cap && c.cap() == cap;", 3);
        assertEquals(List.of(), broken);
        Testing testing = first.testing().get("capped");
        assertTrue(testing.coverage().contains(" deployments, with "), testing.coverage());
        assertTrue(testing.coverage().endsWith(" setup failed"), testing.coverage());
        assertTrue(first.transactions() > TRANSACTIONS / 4 && first.transactions() <= TRANSACTIONS);
        assertEquals(first, run("invariant capped: c.paid() <= cap && c.cap() == cap;", 3));
    }
}
