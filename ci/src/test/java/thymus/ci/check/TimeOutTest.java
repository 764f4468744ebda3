package thymus.ci.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static thymus.ci.check.Checks.UNDECIDED;
import static thymus.ci.check.Checks.verdict;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.Verdict;

class TimeOutTest {
    /** The fuzzer is in the middle of something when the time ends, and never says that it has ended. */
    @Test
    void aTimeOutKeepsWhatTheFuzzerHadDone() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        FakeEngines fakes = new FakeEngines().proof("p", UNDECIDED);
        Engines busy = new Engines() {
            @Override
            public PropertyProver prover() {
                return fakes.prover();
            }

            @Override
            public Fuzzer fuzzer() {
                return observer -> {
                    observer.tried(4_321, Map.of("p", FakeEngines.TESTING));
                    tried.countDown();
                    FakeEngines.await(never);
                    throw new IllegalStateException("nobody waits for this");
                };
            }

            @Override
            public CounterexampleConfirmer referee() {
                return fakes.referee();
            }
        };
        LongSupplier clock = () -> tried.getCount() == 0 ? Duration.ofHours(1).toNanos() : 0;
        CheckResult result =
                new Check(Checks.plan("p"), busy, Optional.empty(), Checks.SILENT, Checks::told, clock).run();
        assertEquals(
                FakeEngines.TESTING,
                assertInstanceOf(Verdict.Tested.class, verdict(result, "p")).testing());
        assertEquals(4_321, result.transactions());
    }
}
