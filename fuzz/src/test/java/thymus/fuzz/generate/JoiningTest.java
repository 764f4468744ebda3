package thymus.fuzz.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.fake.FakeUniverse;
import thymus.fuzz.random.SplitRandom;
import thymus.system.execution.Entries;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;

/** Generation joins the calls of contracts to transactions, and those of nobody else. */
class JoiningTest {
    private static final String CONTRACT = "0x0000000000000000000000000000000000020001";
    private static final FakeUniverse WITH = universe(List.of(CONTRACT));
    private static final FakeUniverse WITHOUT = universe(List.of());

    private static FakeUniverse universe(List<String> contracts) {
        return new FakeUniverse(List.of(FakeUniverse.function("a", 1), FakeUniverse.function("b", 0)), contracts);
    }

    private static List<Step> draw(FakeUniverse universe, long seed, List<StepTemplate> slots) {
        FakeBank chain = new FakeBank();
        chain.begin();
        SplitRandom random = SplitRandom.of(seed, 0);
        StepSource source = new StepSource(
                random,
                universe,
                CallDistribution.flat(universe, false),
                FakeBank.dictionary(),
                chain,
                new RecentValues(),
                TracingSchedule.CLOSE);
        List<Step> steps = new ArrayList<>();
        slots.forEach(slot -> steps.add(source.draw(slot)));
        return steps;
    }

    private static List<Step> fresh(FakeUniverse universe, long seed) {
        return draw(universe, seed, Collections.nCopies(40, new StepTemplate.Fresh()));
    }

    @Property(tries = 200)
    void everyStepCanBeInItsTransaction(@ForAll long seed) {
        List<Step> steps = fresh(WITH, seed);
        assertTrue(Entries.areWhole(steps), steps::toString);
        steps.forEach(s -> assertEquals(s.sender().equals(CONTRACT), s.entry().isByContract(), s::toString));
    }

    @Property(tries = 200)
    void soItCanInEveryVariation(@ForAll long seed) {
        SplitRandom random = SplitRandom.of(seed, 1);
        List<StepTemplate> plan = new Mutator(random, 40).vary(fresh(WITH, seed), fresh(WITH, seed + 1));
        List<Step> steps = draw(WITH, seed, plan);
        assertTrue(Entries.areWhole(steps), steps::toString);
    }

    @Test
    void transactionsOfSeveralCallsAreNoRarity() {
        int joined = 0;
        for (long seed = 0; seed < 100; seed++) {
            joined += (int)
                    fresh(WITH, seed).stream().filter(Step::sameTransaction).count();
        }
        assertTrue(joined > 200 && joined < 2_000, "of 4,000 steps " + joined);
    }

    @Property(tries = 50)
    void aSequenceThatIsRunAgainIsTheSame(@ForAll long seed) {
        List<Step> steps = fresh(WITH, seed);
        assertEquals(
                steps,
                draw(
                        WITH,
                        seed + 7,
                        steps.stream()
                                .<StepTemplate>map(StepTemplate.Exact::new)
                                .toList()));
    }

    @Test
    void withoutContractsNothingIsJoined() {
        List<Step> steps = fresh(WITHOUT, 3);
        assertFalse(steps.stream().anyMatch(s -> s.entry() != Entry.DIRECT));
    }
}
