package thymus.corpus.traps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import thymus.corpus.Packages;

/**
 * No planted violation is proved away, and no clean property is falsified. A pair counts as two traps: 300 in a build,
 * 10 000 with {@code -Plong}.
 *
 * <p>{@code -Dthymus.traps.seed=} and {@code -Dthymus.traps.pairs=} choose others; the same seed gives the same pair.
 */
class TrapsTest {
    private static final boolean LONG = Boolean.getBoolean("thymus.long");
    private static final long FIRST = Long.getLong("thymus.traps.seed", 1);
    private static final int PAIRS = Integer.getInteger("thymus.traps.pairs", LONG ? 5_000 : 150);
    private static final int BATCH = 50;

    @BeforeAll
    static void install() throws InterruptedException {
        Packages.installCompiler();
    }

    @Test
    void noPlantedViolationIsProvedAndNoCleanPropertyFalsified() throws IOException, InterruptedException {
        Path root = Compiler.place();
        Tally tally = new Tally();
        Examiner examiner = new Examiner(root, tally);
        long compiling = 0;
        long start = System.nanoTime();
        for (long from = FIRST; from < FIRST + PAIRS; from += BATCH) {
            List<TrapPair> batch = LongStream.range(from, Math.min(from + BATCH, FIRST + PAIRS))
                    .mapToObj(seed -> new Assembly(seed).pair())
                    .toList();
            long before = System.nanoTime();
            Compiler.compile(root, batch);
            compiling += System.nanoTime() - before;
            for (TrapPair pair : batch) {
                examiner.examine(pair, true);
                examiner.examine(pair, false);
                Compiler.forget(root, pair, examiner.wrong());
            }
        }
        report(tally, compiling, System.nanoTime() - start);
        String told = examiner.wrong().stream().map(Wrong::told).collect(Collectors.joining("\n----\n"));
        assertTrue(examiner.wrong().isEmpty(), examiner.wrong().size() + " wrong, kept in " + root + "\n" + told);
        assertTrue(tally.shareProved() >= 0.6, () -> "the generator tests little: " + tally.table() + tally.reasons());
        assertTrue(tally.shareOfEasyFalsified() > 0, tally::table);
    }

    private static void report(Tally tally, long compiling, long all) {
        System.out.printf(
                "%d traps in %.1f s, of which %.1f s compiling; clean ones proved: %.0f %%; easy ones falsified: %.0f %%%n%s",
                2 * PAIRS, all / 1e9, compiling / 1e9, 100 * tally.shareProved(), 100 * tally.shareOfEasyFalsified(),
                tally.table());
    }
}
