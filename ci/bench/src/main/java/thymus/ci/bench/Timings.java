package thymus.ci.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The durations of calls in a process: each by wall clock, and all together in processor time over the process's
 * threads.
 */
final class Timings {
    private final ProcessHandle process;
    private final List<Double> milliseconds = new ArrayList<>();
    private Duration processor = Duration.ZERO;

    @FunctionalInterface
    interface Call {
        void run() throws InterruptedException;
    }

    /** @param process that executes the calls */
    Timings(ProcessHandle process) {
        this.process = process;
    }

    void measure(int calls, Call call) throws InterruptedException {
        Duration before = processorTime();
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.run();
            milliseconds.add((System.nanoTime() - start) / 1e6);
        }
        processor = processor.plus(processorTime().minus(before));
    }

    /** The processor time has steps of 10 ms on Linux, so single calls are not measured. */
    private Duration processorTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new BenchException(
                        "process " + process.pid() + " is gone, or the system does not say its time"));
    }

    /** The median in milliseconds of wall-clock time. */
    double median() {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The minimum in milliseconds of wall-clock time. */
    double best() {
        return Collections.min(milliseconds);
    }

    /** The mean in milliseconds of processor time per call. */
    double processorMean() {
        return processor.toNanos() / 1e6 / milliseconds.size();
    }
}
