package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Scripts;
import thymus.system.execution.Step;

/** What an action or a try says is found by few transactions, and what nobody says by many. */
@Tag("integration")
class GuidedCampaignTest {
    private static final Path FILE = Repository.at("corpus/language/actions/Broken.inv");

    private static final String SYSTEM = """
            contract Broken = "Broken.sol:Broken";
            actor alice, bob;
            setup { c = new Broken() from alice; }
            invariant small: c.largest() <= 1_000;
            """;

    private static DeployedSystem deploy(String text) {
        ArtifactStore store = ArtifactStore.beside(FILE);
        return DeployedSystem.deploy(SpecificationReader.read(text, FILE.toString(), store), store);
    }

    private static CampaignResult run(String text, long seed, long transactions, int workers) {
        List<DeployedSystem> systems =
                Stream.generate(() -> deploy(text)).limit(workers).toList();
        List<List<Step>> tries = systems.getFirst().specification().guidance().seeds().stream()
                .map(s -> Scripts.steps(systems.getFirst(), s))
                .toList();
        return new Campaign(systems, CampaignOptions.of(seed, transactions).trying(tries), CampaignListener.SILENT)
                .run();
    }

    private static final String ACTION = SYSTEM + """
            action deal {
              id in 1 .. 100;
              amount in 1 .. 2_000;
              salt in 0 .. 2 ** 128;
              c.open(id, amount, salt);
              c.accept(id, amount, salt);
              c.finish(id, amount, salt);
            }
            """;

    private static final String HONEST = SYSTEM + """
            try {
              c.open(1, 2, 3) from alice;
              c.accept(1, 2, 3) from alice;
              time advances 1 days;
              c.finish(1, 2, 3) from alice;
            }
            """;

    private static List<Integer> lengths(CampaignResult result) {
        return result.findings().stream().map(finding -> finding.steps().size()).toList();
    }

    @Test
    void anActionMakesItFindWhatItDoesNotFindAlone() {
        for (long seed = 1; seed <= 2; seed++) {
            // Nor in 60,000, with any of six seeds.
            assertEquals(List.of(), run(SYSTEM, seed, 1_500, 1).findings());
            CampaignResult guided = run(ACTION, seed, 4_000, 1);
            assertEquals(List.of(3), lengths(guided));
            assertTrue(guided.transactions() < 200, () -> "found after " + guided.transactions());
        }
    }

    @Test
    void aTryThatBreaksNothingIsVariedUntilOneDoes() {
        for (long seed = 1; seed <= 2; seed++) {
            CampaignResult result = run(HONEST, seed, 10_000, 1);
            assertEquals(List.of(3), lengths(result));
        }
    }

    @Test
    void aTryThatStopsHalfwayIsGoneOnWith() {
        String half = SYSTEM + "try { c.open(1, 2000, 3) from alice; c.accept(1, 2000, 3) from alice; }";
        assertEquals(List.of(3), lengths(run(half, 1, 2_000, 1)));
    }

    @Test
    void aTryThatBreaksAPropertyIsAFindingLikeAnyOther() {
        CampaignResult result = run(SYSTEM + """
                try {
                  c.open(9, 9, 9) from bob;
                  c.open(77, 5_000, 3) from bob;
                  time advances 3 days;
                  c.accept(77, 5_000, 3) from bob;
                  c.finish(77, 5_000, 3) from bob;
                }
                """, 1, 5, 1);
        assertEquals(4, result.transactions());
        List<Step> steps = result.findings().getFirst().steps();
        assertEquals(3, steps.size());
        assertEquals(0, steps.stream().mapToLong(Step::seconds).sum());
    }

    @Test
    void theWorkersDoNotShow() {
        String text =
                ACTION.replace("largest() <= 1_000", "largest() <= 1_000_000") + HONEST.substring(SYSTEM.length());
        CampaignResult one = run(text, 7, 500, 1);
        CampaignResult two = run(text, 7, 500, 2);
        assertEquals(one.fingerprint(), two.fingerprint());
        assertEquals(one.coverage(), two.coverage());
        assertEquals(one.corpus(), two.corpus());
        assertEquals(500, one.transactions());
    }
}
