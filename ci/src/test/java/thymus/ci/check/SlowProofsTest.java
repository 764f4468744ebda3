package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static thymus.ci.check.Checks.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Verdict;
import thymus.spec.tree.Property;

class SlowProofsTest {
    /** Each look at the signal takes five seconds of a clock that nothing else moves; a slow proof looks six times. */
    @Test
    void aSlowProofGivesWayToOthersAndIsTriedAgain() throws Exception {
        AtomicLong now = new AtomicLong();
        ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        FakeEngines fakes = new FakeEngines();
        Engines engines = new Engines() {
            @Override
            public PropertyProver prover() {
                return new PropertyProver() {
                    @Override
                    public ProofResult prove(Property property, BooleanSupplier stopped) {
                        asked.add(property.name());
                        for (int i = 0; property.name().equals("slow") && i < 6; i++) {
                            now.addAndGet(Duration.ofSeconds(5).toNanos());
                            if (stopped.getAsBoolean()) {
                                return new ProofResult.Undecided("stopped");
                            }
                        }
                        return Checks.PROVED;
                    }

                    @Override
                    public void close() {}
                };
            }

            @Override
            public Fuzzer fuzzer() {
                return fakes.fuzzer();
            }

            @Override
            public CounterexampleConfirmer referee() {
                return fakes.referee();
            }
        };
        CheckPlan two = Checks.plan("slow", "quick");
        CheckPlan oneAtATime = new CheckPlan(
                two.file(), two.properties(), two.seed(), two.budget(), 1, two.fuzzing(), two.expectations());
        CheckResult result =
                new Check(oneAtATime, engines, Optional.empty(), Checks.SILENT, Checks::told, now::get).run();
        assertInstanceOf(Verdict.Proved.class, verdict(result, "slow"));
        assertInstanceOf(Verdict.Proved.class, verdict(result, "quick"));
        assertEquals(List.of("slow", "quick", "slow"), List.copyOf(asked));
    }
}
