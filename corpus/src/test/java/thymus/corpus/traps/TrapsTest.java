package thymus.corpus.traps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.corpus.Packages;

/**
 * No planted violation is proved away, and no clean property is falsified. A pair counts as two traps: 100 in a build,
 * 10 000 with {@code -Plong}.
 *
 * <p>{@code -Dthymus.traps.seed=} and {@code -Dthymus.traps.pairs=} choose others; the same seed gives the same pair.
 */
@Tag("integration")
class TrapsTest {
    private static final boolean LONG = Boolean.getBoolean("thymus.long");
    private static final long FIRST = Long.getLong("thymus.traps.seed", 1);
    private static final int PAIRS = Integer.getInteger("thymus.traps.pairs", LONG ? 5_000 : 35);
    private static final long END = FIRST + PAIRS;
    private static final int BATCH = 25;

    @BeforeAll
    static void install() throws InterruptedException {
        Packages.installCompiler();
    }

    @Test
    void noPlantedViolationIsProvedAndNoCleanPropertyFalsified() throws Exception {
        Path root = Compiler.place();
        Tally tally = new Tally();
        Examiner examiner = new Examiner(root, tally);
        long start = System.nanoTime();
        try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
            Future<List<TrapPair>> next = aside.submit(() -> compiled(root, FIRST));
            for (long from = FIRST; from < END; from += BATCH) {
                List<TrapPair> batch = next.get();
                long following = from + BATCH;
                next = aside.submit(() -> compiled(root, following));
                for (TrapPair pair : batch) {
                    examiner.examine(pair, true);
                    examiner.examine(pair, false);
                    Compiler.forget(root, pair, examiner.wrong());
                }
            }
        }
        report(tally, System.nanoTime() - start);
        String told = examiner.wrong().stream().map(Wrong::told).collect(Collectors.joining("\n----\n"));
        assertTrue(examiner.wrong().isEmpty(), examiner.wrong().size() + " wrong, kept in " + root + "\n" + told);
        assertTrue(tally.shareProved() >= 0.6, () -> "the generator tests little: " + tally.table() + tally.reasons());
        assertTrue(tally.shareOfEasyFalsified() > 0, tally::table);
    }

    /** The pairs of a batch, ready to be checked; none beyond the last one. */
    private static List<TrapPair> compiled(Path root, long from) throws IOException, InterruptedException {
        List<TrapPair> batch = LongStream.range(from, Math.min(from + BATCH, END))
                .mapToObj(seed -> new Assembly(seed).pair())
                .toList();
        if (!batch.isEmpty()) {
            Compiler.compile(root, batch);
        }
        return batch;
    }

    private static void report(Tally tally, long all) {
        System.out.printf(
                "%d traps in %.1f s; of clean properties proved: %.0f %%; of those with an easy guard falsified: "
                        + "%.0f %%%n%s",
                2 * PAIRS, all / 1e9, 100 * tally.shareProved(), 100 * tally.shareOfEasyFalsified(), tally.table());
    }
}
