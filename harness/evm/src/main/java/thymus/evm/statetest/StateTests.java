package thymus.evm.statetest;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thymus.evm.interpreter.Tiers;
import thymus.evm.jit.ExecutionMode;

/** Runs state tests and reports the results, by folder and in total. */
public final class StateTests {
    private final int stride;
    private final Tiers tiers;
    private final PrintStream out;
    private final Map<String, TestCounts> folders = new TreeMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private StateTests(int stride, Tiers tiers, PrintStream out) {
        this.stride = stride;
        this.tiers = tiers;
        this.out = out;
    }

    /**
     * Prints every failure, a line for each folder, the reasons of skips, and finally {@code N passed, M failed, K
     * skipped}.
     *
     * @param paths packs ({@code .tar.xz}, {@code .tar.gz}), folders and {@code .json} files
     * @return 0 if no test failed, otherwise 1
     * @throws StateTestException if a file cannot be read, or no test is found
     */
    public static int run(List<Path> paths, ExecutionMode mode, PrintStream out) {
        return run(paths, 1, mode.tiers(), out);
    }

    /**
     * Runs a fixed selection in the same way: the first test of every folder and each {@code stride}-th after it.
     *
     * @param stride 1 for all
     */
    public static int run(List<Path> paths, int stride, Tiers tiers, PrintStream out) {
        StateTests run = new StateTests(stride, tiers, out);
        for (Path path : paths) {
            Packs.visit(path, run::file);
        }
        return run.finish(paths);
    }

    private void file(Path name, byte[] content) {
        Path parent = name.getParent();
        String folder = parent == null ? "." : parent.toString();
        TestCounts tally = folders.computeIfAbsent(folder, f -> new TestCounts());
        List<StateTest> tests =
                StateTestReader.read(name, content, fork -> tally.add(new TestResult.Skipped("fork " + fork)));
        for (StateTest test : tests) {
            if ((seen.merge(folder, 1, Integer::sum) - 1) % stride != 0) {
                continue;
            }
            TestResult judgement = judge(test);
            tally.add(judgement);
            if (judgement instanceof TestResult.Failed(String why)) {
                out.println("FAILED " + name + " " + test.name() + ": " + why);
            }
        }
    }

    /** An exception of the EVM fails the test, not the run. */
    private TestResult judge(StateTest test) {
        try {
            return StateTestRun.judge(test, tiers);
        } catch (RuntimeException crash) {
            return new TestResult.Failed("the machine crashed: " + crash + " at " + crash.getStackTrace()[0]);
        }
    }

    private int finish(List<Path> paths) {
        TestCounts all = new TestCounts();
        folders.forEach((folder, tally) -> {
            out.println(folder + ": " + tally);
            all.add(tally);
        });
        if (all.total() == 0) {
            throw new StateTestException("no state tests in " + paths);
        }
        all.skips().forEach((why, count) -> out.println("skipped " + count + ": " + why));
        out.println(all);
        return all.failed() == 0 ? 0 : 1;
    }
}
