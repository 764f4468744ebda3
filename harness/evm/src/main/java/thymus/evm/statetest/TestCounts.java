package thymus.evm.statetest;

import java.util.Map;
import java.util.TreeMap;

/** Counts results. */
final class TestCounts {
    private int passed;
    private int failed;
    private final Map<String, Integer> skips = new TreeMap<>();

    void add(TestResult judgement) {
        switch (judgement) {
            case TestResult.Passed() -> passed++;
            case TestResult.Failed(String why) -> failed++;
            case TestResult.Skipped(String why) -> skips.merge(why, 1, Integer::sum);
        }
    }

    void add(TestCounts other) {
        passed += other.passed;
        failed += other.failed;
        other.skips.forEach((why, count) -> skips.merge(why, count, Integer::sum));
    }

    int passed() {
        return passed;
    }

    int failed() {
        return failed;
    }

    int skipped() {
        return skips.values().stream().mapToInt(Integer::intValue).sum();
    }

    int total() {
        return passed + failed + skipped();
    }

    Map<String, Integer> skips() {
        return skips;
    }

    @Override
    public String toString() {
        return passed + " passed, " + failed + " failed, " + skipped() + " skipped";
    }
}
