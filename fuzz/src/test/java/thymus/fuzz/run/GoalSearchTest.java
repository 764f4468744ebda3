package thymus.fuzz.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.GoalSolver;
import thymus.fuzz.fake.FakeBank;
import thymus.system.execution.Step;

class GoalSearchTest {
    private final List<List<Step>> asked = new ArrayList<>();

    /** Answers each question with the sequence itself, twice as long. */
    private List<List<Step>> doubled(List<Step> steps, int open, GoalSolver.Goals goals) {
        asked.add(steps);
        List<Step> more = new ArrayList<>(steps);
        more.addAll(steps);
        return List.of(more);
    }

    private static CampaignResult run(int workers, long transactions, GoalSolver solver) {
        return new CampaignLoop(
                        FakeBank.testbed(workers), CampaignOptions.of(1, transactions), CampaignListener.SILENT, solver)
                .run();
    }

    @Test
    void aShortCampaignAsksNothing() {
        run(1, 2_000, this::doubled);
        assertEquals(List.of(), asked);
    }

    @Test
    void aLongerOneAsksAboutSequencesThatItKnowsAndRunsTheAnswers() {
        CampaignResult without = run(1, 12_000, GoalSolver.NONE);
        CampaignResult with = run(1, 12_000, this::doubled);
        assertFalse(asked.isEmpty());
        assertNotEquals(without.fingerprint(), with.fingerprint());
    }

    /** Each question without an answer makes the next one rarer. */
    @Test
    void itAsksLessWhereNothingIsAnswered() {
        run(1, 200_000, (steps, open, goals) -> {
            asked.add(steps);
            return List.of();
        });
        assertTrue(asked.size() > 5 && asked.size() < 60, "questions: " + asked.size());
    }

    @Test
    void theNumberOfWorkersDoesNotShow() {
        CampaignResult one = run(1, 12_000, this::doubled);
        CampaignResult two = run(2, 12_000, this::doubled);
        assertEquals(one.fingerprint(), two.fingerprint());
        assertEquals(one.findings(), two.findings());
    }
}
