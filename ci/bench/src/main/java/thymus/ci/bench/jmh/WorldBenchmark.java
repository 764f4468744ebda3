package thymus.ci.bench.jmh;

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
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** A snapshot, writes to non-zero slots, and a rollback, over a state of a thousand slots. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class WorldBenchmark {
    private static final int SLOTS = 1_000;
    private static final Address CONTRACT = Address.of(0xc0ffee);

    @Param({"1", "10", "100"})
    private int writes;

    private World world;
    private Word[] keys;

    @Setup
    public void fill() {
        world = new World();
        keys = new Word[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            keys[i] = Word.of(i).mul(Word.parse("0x9e3779b97f4a7c15f39cc0605cedc8341082276bf3a27251f86c6a11d0c18e95"));
            world.setStorage(CONTRACT, keys[i], Word.ONE);
        }
        world.forgetHistory();
        world.transaction().begin();
    }

    @Benchmark
    public Word writeAndRollBack() {
        int snapshot = world.snapshot();
        for (int i = 0; i < writes; i++) {
            world.setStorage(CONTRACT, keys[i], Word.MAX);
        }
        Word last = world.storage(CONTRACT, keys[writes - 1]);
        world.rollback(snapshot);
        return last;
    }
}
