package thymus.ci.bench.jmh;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** The hash of 64 bytes without a cache, as the slot of a mapping's element needs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class KeccakBenchmark {
    private final byte[] key = new byte[64];

    @Setup
    public void fill() {
        new SplittableRandom(1).nextBytes(key);
    }

    @Benchmark
    public Word mappingSlot() {
        return Keccak.hash(key);
    }
}
