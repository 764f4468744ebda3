package thymus.fuzz.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.Judging;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.shrink.Steps;
import thymus.spec.monitor.Judgement;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

@Tag("integration")
class CampaignLoopTest {
    private static CampaignResult run(int workers, CampaignOptions options) {
        return new CampaignLoop(FakeBank.testbed(workers), options, CampaignListener.SILENT).run();
    }

    private static Map<String, List<Step>> found(CampaignResult result) {
        return result.findings().stream()
                .collect(Collectors.toMap(f -> f.property().name(), Finding::steps));
    }

    @Test
    void findsEveryPlantedDefectAtItsLeastLength() {
        Map<String, List<Step>> found = found(run(1, CampaignOptions.of(1, 60_000)));
        assertEquals(2, found.get("late").size());
        assertEquals(3, found.get("opened").size());
        assertEquals(2, found.size());
    }

    @Test
    void showsThePlainestSequence() {
        List<Step> late = found(run(1, CampaignOptions.of(1, 60_000))).get("late");
        AbiValue limit = AbiValue.of(BigInteger.TEN.pow(22));
        assertEquals(List.of(limit), Steps.arguments(late.get(0)));
        assertEquals(List.of(limit), Steps.arguments(late.get(1)));
        assertEquals(List.of("alice", "alice"), late.stream().map(Step::sender).toList());
        assertEquals(List.of(0L, 3_600L), late.stream().map(Step::seconds).toList());
        assertEquals(List.of(0L, 1L), late.stream().map(Step::blocks).toList());
    }

    @Test
    void aPropertyWithoutTruthValueIsAnErrorAndNotAFinding() {
        CampaignResult result = run(1, CampaignOptions.of(1, 20_000));
        assertEquals(1, result.errors().size());
        assertEquals("undefined", result.errors().getFirst().property().name());
        assertEquals("level() reverted", result.errors().getFirst().reason());
        assertEquals(1, result.errors().getFirst().steps().size());
    }

    /** Whoever asks for long sequences gets long ones: fewer of them, and none beyond the length. */
    @Test
    void sequencesAreAsLongAsIsAskedFor() {
        long usual = run(1, CampaignOptions.of(1, 20_000)).sequences();
        long longer = run(1, CampaignOptions.of(1, 20_000).inSequencesOf(500)).sequences();
        assertTrue(20_000 / usual <= CampaignOptions.DEFAULT_SEQUENCE_LENGTH);
        assertTrue(4 * longer < usual, () -> longer + " and " + usual + " sequences");
        assertTrue(longer >= 20_000 / 500);
    }

    @Test
    void equalSeedsGiveEqualCampaigns() {
        assertEquals(run(1, CampaignOptions.of(7, 20_000)), run(1, CampaignOptions.of(7, 20_000)));
    }

    @Test
    void differentSeedsGiveDifferentCampaigns() {
        assertNotEquals(
                run(1, CampaignOptions.of(7, 2_000)).fingerprint(),
                run(1, CampaignOptions.of(8, 2_000)).fingerprint());
    }

    @Test
    void whatIsJudgedAtTheEndOfSequencesIsTracedBackToWhereItBroke() {
        CampaignResult result = run(1, CampaignOptions.of(1, 60_000).judging(Judging.END));
        assertEquals(2, found(result).get("late").size());
        assertEquals(3, found(result).get("opened").size());
        assertEquals(1, result.errors().getFirst().steps().size());
        assertEquals(result, run(3, CampaignOptions.of(1, 60_000).judging(Judging.END)));
    }

    @Test
    void theNumberOfWorkersDoesNotShowInTheResult() {
        CampaignResult alone = run(1, CampaignOptions.of(3, 20_000));
        assertEquals(alone, run(2, CampaignOptions.of(3, 20_000)));
        assertEquals(alone, run(5, CampaignOptions.of(3, 20_000)));
    }

    @Test
    void theBudgetIsKeptToTheTransaction() {
        assertEquals(1_237, run(2, CampaignOptions.of(5, 1_237)).transactions());
        assertEquals(0, run(1, CampaignOptions.of(5, 0)).transactions());
    }

    @Test
    void seedsAreRunFirst() {
        List<Step> late = found(run(1, CampaignOptions.of(1, 60_000))).get("late");
        CampaignResult result = run(1, CampaignOptions.of(99, 2).startingFrom(List.of(late)));
        assertEquals(Map.of("late", late), found(result));
    }

    @Test
    void everyCallIsCounted() {
        CampaignResult result = run(1, CampaignOptions.of(11, 5_000));
        long counted = result.functions().stream()
                .mapToLong(f -> f.ok() + f.reverted())
                .sum();
        // Calls with raw data are of no function.
        assertTrue(counted <= result.transactions() && counted > result.transactions() * 9 / 10, counted + " counted");
    }

    /** The time is over in the middle of the first sequence of the first batch. */
    @Test
    void whatABatchHadDoneWhenTheTimeWasOverCounts() {
        List<Long> told = new ArrayList<>();
        MonitoredSystem slow = new InterruptingBank(20);
        CampaignListener listener = new CampaignListener() {
            @Override
            public void tried(Progress soFar) {
                told.add(soFar.transactions());
            }
        };
        CampaignOptions options = CampaignOptions.of(1, 60_000).inSequencesOf(500);
        CampaignResult result = new CampaignLoop(FakeBank.testbed(List.of(slow)), options, listener).run();
        assertTrue(Thread.interrupted(), "the time was over");
        assertEquals(20, result.transactions());
        assertEquals(Set.of(20L), Set.copyOf(told));
        assertTrue(result.properties().getLast().judged() >= 20, result::toString);
    }

    /** On any number of threads: the batch that met the fault begins again without the property. */
    @Test
    void aFaultWithOnePropertyLeavesTheOthersAndTheirDefects() {
        for (int workers : List.of(1, 3)) {
            List<String> crashed = Collections.synchronizedList(new ArrayList<>());
            CampaignListener listener = new CampaignListener() {
                @Override
                public void crashed(Property property, Throwable fault) {
                    crashed.add(property.name() + ": " + fault.getMessage());
                }
            };
            List<MonitoredSystem> subjects = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                subjects.add(new FaultyBank(3));
            }
            CampaignResult result =
                    new CampaignLoop(FakeBank.testbed(subjects), CampaignOptions.of(1, 60_000), listener).run();
            assertEquals(List.of("true: the monitor fell over"), crashed);
            assertEquals(2, found(result).size());
            assertTrue(result.transactions() > 1_000, result::toString);
        }
    }

    /** Ends the campaign's time, as a deadline would, during the transaction of that number. */
    private static final class InterruptingBank extends FakeBank {
        private int left;

        InterruptingBank(int transactions) {
            left = transactions;
        }

        @Override
        public boolean execute(Step step) {
            if (--left == 0) {
                Thread.currentThread().interrupt();
            }
            return super.execute(step);
        }
    }

    /** Judging one property fails by a fault of ours, where something came of a transaction. */
    private static final class FaultyBank extends FakeBank {
        private final int property;

        FaultyBank(int property) {
            this.property = property;
        }

        @Override
        public Judgement judge(int judged) {
            if (judged == property) {
                throw new PropertyFault(judged, new IllegalStateException("the monitor fell over"));
            }
            return super.judge(judged);
        }
    }
}
