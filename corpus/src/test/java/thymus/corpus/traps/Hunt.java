package thymus.corpus.traps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Makes pairs, has them compiled in batches, and examines them.
 *
 * @param folder where traps are written, below {@code corpus/target}
 * @param pair the pair of a seed
 * @param apart whether the prover and the fuzzer are run by themselves
 */
record Hunt(String folder, LongFunction<TrapPair> pair, boolean apart) {
    private static final int BATCH = 25;

    /** @return what verdicts there were; none of them is wrong */
    Tally run(long first, int pairs) throws Exception {
        Path root = Compiler.place(folder);
        Tally tally = new Tally();
        Examiner examiner = new Examiner(root, tally, apart);
        long end = first + pairs;
        long start = System.nanoTime();
        try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
            Future<List<TrapPair>> next = aside.submit(() -> compiled(root, first, end));
            for (long from = first; from < end; from += BATCH) {
                List<TrapPair> batch = next.get();
                long following = from + BATCH;
                next = aside.submit(() -> compiled(root, following, end));
                for (TrapPair drawn : batch) {
                    examiner.examine(drawn, true);
                    examiner.examine(drawn, false);
                    Compiler.forget(root, drawn, examiner.wrong());
                }
            }
        }
        report(tally, pairs, System.nanoTime() - start);
        String told = examiner.wrong().stream().map(Wrong::told).collect(Collectors.joining("\n----\n"));
        assertTrue(examiner.wrong().isEmpty(), examiner.wrong().size() + " wrong, kept in " + root + "\n" + told);
        return tally;
    }

    /** The pairs of a batch, ready to be checked; none beyond the last one. */
    private List<TrapPair> compiled(Path root, long from, long end) throws IOException, InterruptedException {
        List<TrapPair> batch = LongStream.range(from, Math.min(from + BATCH, end))
                .mapToObj(pair)
                .toList();
        if (!batch.isEmpty()) {
            Compiler.compile(root, batch);
        }
        return batch;
    }

    private static void report(Tally tally, int pairs, long all) {
        System.out.printf(
                "%d traps in %.1f s; of clean properties proved: %.0f %%; of those with an easy guard falsified: "
                        + "%.0f %%%n%s",
                2 * pairs, all / 1e9, 100 * tally.shareProved(), 100 * tally.shareOfEasyFalsified(), tally.table());
    }
}
