package thymus.ci.bench.jmh;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thymus.ci.bench.Kernel;
import thymus.ci.bench.LocalKernel;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.jit.ExecutionMode;

/** A call of each kernel in each mode of our EVM. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class KernelBenchmark {
    /** The divisor of a kernel's size: comparisons with a peer use longer calls. */
    private static final long PART = 10;

    @Param
    private Kernel kernel;

    @Param({"INTERPRETED", "TIERED"})
    private ExecutionMode mode;

    private LocalKernel deployed;
    private byte[] input;

    @Setup
    public void deploy() {
        deployed = new LocalKernel(kernel, ArtifactStore.at(Path.of("corpus/bench/artifacts")), mode);
        input = Kernel.input(kernel.size() / PART);
    }

    @Benchmark
    public byte[] call() {
        return deployed.call(input);
    }
}
