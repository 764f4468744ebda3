package thymus.ci.bench.jmh;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
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
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiValue;
import thymus.spec.contract.AbiType;

/** Decodes results of calls: three words, as most views return, and bytes with an array, as few do. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class AbiBenchmark {
    private static final List<AbiType> FLAT = List.of(new AbiType.Address(), new AbiType.UInt(256), new AbiType.Bool());
    private static final List<AbiType> DYNAMIC =
            List.of(new AbiType.Bytes(), new AbiType.Array(new AbiType.UInt(128), OptionalInt.empty()));

    private byte[] flat;
    private byte[] dynamic;

    @Setup
    public void encode() {
        AbiValue large = AbiValue.of(BigInteger.TWO.pow(120));
        flat = AbiCodec.encode(FLAT, List.of(AbiValue.of(0xc0ffee), large, AbiValue.of(true)));
        dynamic = AbiCodec.encode(
                DYNAMIC, List.of(AbiValue.of(new byte[100]), new AbiValue.Sequence(List.of(large, large, large))));
    }

    @Benchmark
    public List<AbiValue> flat() {
        return AbiCodec.decode(FLAT, flat);
    }

    @Benchmark
    public List<AbiValue> dynamic() {
        return AbiCodec.decode(DYNAMIC, dynamic);
    }
}
