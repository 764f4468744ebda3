package thymus.ci.check;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.ReachedMaximum;
import thymus.ci.verdict.Testing;
import thymus.spec.tree.Property;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;

/** A prover and a fuzzer that say what a test tells them to. */
public final class FakeEngines implements Engines {
    static final Testing TESTING = new Testing(50_000, 7, "12 of 20 blocks", Optional.empty());

    private final Map<String, ProofResult> proofs = new HashMap<>();
    private final Set<String> breaking = new HashSet<>();
    private final Map<String, String> failing = new HashMap<>();
    private final Map<String, Throwable> crashing = new HashMap<>();
    private final Map<String, Error> proverFaults = new HashMap<>();
    private Optional<Error> refereeFault = Optional.empty();
    private final Map<String, Testing> testing = new HashMap<>();
    private final Map<String, List<Step>> best = new HashMap<>();
    private BigInteger largest = BigInteger.ZERO;
    private final Map<String, ProofResult> bounds = new HashMap<>();
    private boolean replayAgrees = true;
    private boolean candidatesFail;
    private Optional<RuntimeException> fuzzerFault = Optional.empty();
    private final CountDownLatch proved = new CountDownLatch(1);
    private boolean proofFirst;

    public FakeEngines proof(String property, ProofResult result) {
        proofs.put(property, result);
        return this;
    }

    public FakeEngines breaks(String property) {
        breaking.add(property);
        return this;
    }

    public FakeEngines fails(String property, String reason) {
        failing.put(property, reason);
        return this;
    }

    /** The fuzzer goes wrong with this property alone. */
    public FakeEngines crashes(String property, Throwable fault) {
        crashing.put(property, fault);
        return this;
    }

    public FakeEngines proverThrows(String property, Error fault) {
        proverFaults.put(property, fault);
        return this;
    }

    public FakeEngines refereeThrows(Error fault) {
        refereeFault = Optional.of(fault);
        return this;
    }

    public FakeEngines tests(String property, Testing result) {
        testing.put(property, result);
        return this;
    }

    /** The fuzzer brings what the property maximizes to this value. */
    public FakeEngines climbs(String property, long value) {
        best.put(property, List.of());
        largest = BigInteger.valueOf(value);
        return this;
    }

    /** What comes of the proof that a value is the largest. */
    public FakeEngines bound(String property, ProofResult result) {
        bounds.put(property, result);
        return this;
    }

    public FakeEngines fuzzerThrows(RuntimeException fault) {
        fuzzerFault = Optional.of(fault);
        return this;
    }

    public FakeEngines replayDisagrees() {
        replayAgrees = false;
        return this;
    }

    /** A candidate of the prover breaks nothing, and leads where the property has no truth value. */
    public FakeEngines candidatesFail() {
        candidatesFail = true;
        return this;
    }

    /** The fuzzer finds nothing before a prover has said all that it has to say. */
    public FakeEngines proofFirst() {
        proofFirst = true;
        return this;
    }

    @Override
    public PropertyProver prover() {
        return new PropertyProver() {
            @Override
            public ProofResult prove(Property property, BooleanSupplier stopped) {
                if (proverFaults.containsKey(property.name())) {
                    throw proverFaults.get(property.name());
                }
                ProofResult result = property.maximum().isEmpty() && bounds.containsKey(property.name())
                        ? bounds.get(property.name())
                        : proofs.get(property.name());
                if (result == null) {
                    throw new IllegalStateException("the prover fell over");
                }
                return result;
            }

            @Override
            public void close() {
                proved.countDown();
            }
        };
    }

    @Override
    public Fuzzer fuzzer() {
        return observer -> {
            fuzzerFault.ifPresent(fault -> {
                throw fault;
            });
            if (proofFirst) {
                await(proved);
            }
            breaking.forEach(property -> observer.broken(property, List.of(), "it broke"));
            failing.forEach((property, reason) -> observer.failed(property, List.of(), reason));
            crashing.forEach(observer::crashed);
            long transactions = 0;
            while (transactions < TESTING.transactions() && observer.progress(transactions)) {
                transactions += 1_000;
            }
            return new Fuzzer.Outcome(transactions, testing, List.of(), best);
        };
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CounterexampleConfirmer referee() {
        return new CounterexampleConfirmer() {
            @Override
            public Optional<ConfirmedCounterexample> confirm(
                    Property property, Scenario scenario, ConfirmedCounterexample.Origin origin) {
                return candidatesFail && origin == ConfirmedCounterexample.Origin.PROVER
                        ? Optional.empty()
                        : replayed(property, origin, "broken");
            }

            @Override
            public Optional<ConfirmedCounterexample> undefined(
                    Property property, Scenario scenario, ConfirmedCounterexample.Origin origin) {
                return replayed(property, origin, "division by zero");
            }

            @Override
            public Optional<ReachedMaximum> reached(Property property, List<Step> steps) {
                return replayed(property, ConfirmedCounterexample.Origin.FUZZER, "comes to " + largest)
                        .map(sequence -> new ReachedMaximum(largest, Optional.empty(), sequence));
            }
        };
    }

    private Optional<ConfirmedCounterexample> replayed(
            Property property, ConfirmedCounterexample.Origin origin, String explanation) {
        refereeFault.ifPresent(fault -> {
            throw fault;
        });
        return replayAgrees
                ? Optional.of(
                        new ConfirmedCounterexample(origin, List.of(), explanation, Path.of(property.name() + ".json")))
                : Optional.empty();
    }
}
