package thymus.fuzz.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import thymus.fuzz.FuzzException;
import thymus.fuzz.generate.Universe;

/** The worker pool: runs batches of planned sequences on one thread for each subject. */
final class WorkerPool implements AutoCloseable {
    private final List<SequenceRunner> runners;
    private final ExecutorService threads;

    /** @param afterEach for each property, whether it is judged after every transaction or only at the end */
    WorkerPool(List<MonitoredSystem> subjects, Universe universe, boolean[] afterEach) {
        runners = subjects.stream()
                .map(s -> new SequenceRunner(s, universe, afterEach))
                .toList();
        threads = Executors.newFixedThreadPool(
                runners.size(), Thread.ofPlatform().daemon().factory());
    }

    /**
     * @return the results in the order of the plans; the deadline cuts running sequences short and omits those after
     *     them
     */
    List<SequenceResult> run(List<SequencePlan> plans, CampaignSnapshot knowledge, BooleanSupplier expired) {
        SequenceResult[] done = new SequenceResult[plans.size()];
        if (runners.size() == 1) {
            for (int i = 0; i < done.length && !expired.getAsBoolean(); i++) {
                done[i] = runners.getFirst().run(plans.get(i), knowledge, expired);
            }
        } else {
            share(plans, knowledge, expired, done);
        }
        List<SequenceResult> results = new ArrayList<>();
        for (int i = 0; i < done.length && done[i] != null; i++) {
            results.add(done[i]);
        }
        return results;
    }

    private void share(
            List<SequencePlan> plans, CampaignSnapshot knowledge, BooleanSupplier expired, SequenceResult[] done) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (SequenceRunner runner : runners) {
            running.add(threads.submit(() -> {
                int i;
                while (!expired.getAsBoolean() && (i = next.getAndIncrement()) < done.length) {
                    done[i] = runner.run(plans.get(i), knowledge, expired);
                }
            }));
        }
        // Waits for all sequences even if one failed, because the next batch uses the same subjects.
        List<RuntimeException> failures = new ArrayList<>();
        for (Future<?> future : running) {
            await(future).ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** @return the failure, if it failed */
    private static Optional<RuntimeException> await(Future<?> future) {
        try {
            future.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof RuntimeException cause
                            ? cause
                            : new FuzzException("a worker failed: " + e.getCause(), e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FuzzException("the campaign was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
