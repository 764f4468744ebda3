package thymus.ci.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import thymus.spec.tree.Property;

/** The threads that prove: each has its own prover and takes the next property when it is done with one. */
final class ProofWorkers {
    private final Engines engines;
    private final Queue<Property> waiting;
    private final Consumer<Event> events;
    private final Crash crash;
    private final List<PropertyProver> provers = new CopyOnWriteArrayList<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    ProofWorkers(Engines engines, List<Property> properties, Consumer<Event> events, Crash crash) {
        this.engines = engines;
        this.waiting = new ConcurrentLinkedQueue<>(properties);
        this.events = events;
        this.crash = crash;
    }

    void start(int threads) {
        for (int i = 0; i < threads; i++) {
            Worker.start("prover-" + i, this::work);
        }
    }

    /** Leaves out a proof that has not begun: the property is decided. */
    void drop(String property) {
        dropped.add(property);
    }

    List<String> running() {
        return new ArrayList<>(running);
    }

    void cancel() {
        cancelled.set(true);
        provers.forEach(PropertyProver::cancel);
    }

    private void work() {
        PropertyProver prover = null;
        for (Property property = waiting.poll(); property != null; property = waiting.poll()) {
            if (dropped.contains(property.name())) {
                continue;
            }
            if (cancelled.get()) {
                events.accept(new Event.ProofEnded(property, new ProofResult.Undecided("the time was used up")));
                continue;
            }
            running.add(property.name());
            ProofResult result;
            try {
                prover = prover == null ? newProver() : prover;
                result = prover.prove(property);
            } catch (Throwable fault) { // also StackOverflowError and OutOfMemoryError: one proof, not the run
                result = new ProofResult.Crashed(crash.report("proving " + property.name(), fault));
                prover = null;
            }
            running.remove(property.name());
            events.accept(new Event.ProofEnded(property, result));
        }
    }

    private PropertyProver newProver() {
        PropertyProver prover = engines.prover();
        provers.add(prover);
        if (cancelled.get()) {
            prover.cancel();
        }
        return prover;
    }
}
