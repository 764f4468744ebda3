package thymus.fuzz.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.evm.code.Bytecode;
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

    /** With a block that is never reached beside those that are. */
    private static Testbed testbed(int workers) {
        Testbed known = FakeBank.testbed(workers);
        BlockGoals goals = new BlockGoals() {
            @Override
            public List<Side> sides() {
                return List.of(new Side("deposit".hashCode(), Bytecode.EMPTY, 0));
            }

            @Override
            public int feature(Bytecode code, int pc) {
                return 12_345;
            }

            @Override
            public boolean isDeadEnd(Bytecode code, int pc) {
                return false;
            }
        };
        return new Testbed(
                known.subjects(), known.universe(), known.rules(), known.dictionary(), known.properties(), goals);
    }

    private static CampaignResult run(int workers, long transactions, GoalSolver solver) {
        return new CampaignLoop(testbed(workers), CampaignOptions.of(1, transactions), CampaignListener.SILENT, solver)
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

    @Test
    void itAsksNothingWhereNothingIsLeftToReach() {
        new CampaignLoop(FakeBank.testbed(1), CampaignOptions.of(1, 12_000), CampaignListener.SILENT, this::doubled)
                .run();
        assertEquals(List.of(), asked);
    }

    /** Each question without an answer makes the next one rarer. */
    @Test
    void itAsksLessWhereNothingIsAnswered() {
        run(1, 200_000, (steps, open, goals) -> {
            asked.add(steps);
            return List.of();
        });
        assertTrue(asked.size() > 2 && asked.size() < 20, "questions: " + asked.size());
    }

    @Test
    void theNumberOfWorkersDoesNotShow() {
        CampaignResult one = run(1, 12_000, this::doubled);
        CampaignResult two = run(2, 12_000, this::doubled);
        assertEquals(one.fingerprint(), two.fingerprint());
        assertEquals(one.findings(), two.findings());
    }
}
