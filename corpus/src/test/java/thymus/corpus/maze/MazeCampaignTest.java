package thymus.corpus.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.ConcolicGoals;
import thymus.fixtures.Repository;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.GoalSolver;
import thymus.fuzz.system.Campaign;
import thymus.spec.tree.Property;

/** A campaign that asks the prover for ways reaches more of a maze with as many transactions. */
@Tag("integration")
class MazeCampaignTest {
    private static final long TRANSACTIONS = 10_000;
    private static final Path MAZE = Repository.root().resolve("corpus/mazes/Maze1.inv");

    private static CampaignResult run(int workers, boolean asks) {
        CheckTarget target = CheckTarget.read(MAZE, Optional.empty());
        CampaignListener quick = new CampaignListener() {
            @Override
            public boolean shrinks(Property property) {
                return false;
            }
        };
        return new Campaign(
                        Stream.generate(target::deploy).limit(workers).toList(),
                        CampaignOptions.of(1, TRANSACTIONS),
                        quick,
                        asks ? new ConcolicGoals(target::deploy, 3_000) : GoalSolver.NONE)
                .run();
    }

    private static Set<String> sites(CampaignResult result) {
        return result.findings().stream().map(f -> f.property().name()).collect(Collectors.toSet());
    }

    @Test
    void asksForWaysAndReachesMore() {
        CampaignResult asking = run(1, true);
        int alone = sites(run(1, false)).size();
        assertTrue(sites(asking).size() >= alone + 3, sites(asking).size() + " sites, and " + alone + " alone");
        CampaignResult shared = run(2, true);
        assertEquals(asking.fingerprint(), shared.fingerprint());
        assertEquals(asking.findings(), shared.findings());
    }
}
