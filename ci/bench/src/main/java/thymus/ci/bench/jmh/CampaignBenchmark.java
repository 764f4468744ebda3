package thymus.ci.bench.jmh;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.system.Campaign;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;

/**
 * One fuzzed transaction of a campaign on the vault of corpus/bench: generated, executed, judged by five properties,
 * and reverted.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class CampaignBenchmark {
    private static final int TRANSACTIONS = 10_000;
    private static final Path FILE = Path.of("corpus/bench/Vault.inv");

    private Specification specification;
    private DeployedSystem system;
    private long seed;

    @Setup
    public void read() {
        specification = SpecificationReader.read(FILE, ArtifactStore.beside(FILE));
    }

    @Setup(Level.Invocation)
    public void deploy() {
        system = DeployedSystem.deploy(specification, ArtifactStore.beside(FILE));
        seed++;
    }

    @Benchmark
    @OperationsPerInvocation(TRANSACTIONS)
    public CampaignResult transaction() {
        return new Campaign(system, CampaignOptions.of(seed, TRANSACTIONS), CampaignListener.SILENT).run();
    }
}
