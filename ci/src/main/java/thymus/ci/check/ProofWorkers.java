package thymus.ci.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import thymus.spec.tree.Property;

/** The threads that prove: each has its own prover and takes the next property when it is done with one. */
final class ProofWorkers {
    private final Engines engines;
    private final Queue<Property> waiting;
    private final Consumer<Event> events;
    private final Crash crash;
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

    /** Ends or leaves out a proof: the property is decided. */
    void drop(String property) {
        dropped.add(property);
    }

    List<String> running() {
        return new ArrayList<>(running);
    }

    void cancel() {
        cancelled.set(true);
    }

    private void work() {
        PropertyProver prover = null;
        for (Property property = waiting.poll(); property != null; property = waiting.poll()) {
            String name = property.name();
            BooleanSupplier stopped = () -> cancelled.get() || dropped.contains(name);
            ProofResult result = new ProofResult.Undecided("the time was used up");
            running.add(name);
            try {
                if (!stopped.getAsBoolean()) {
                    prover = prover == null ? engines.prover() : prover;
                    result = prover.prove(property, stopped);
                }
            } catch (Throwable fault) { // also StackOverflowError and OutOfMemoryError: one proof, not the run
                result = new ProofResult.Crashed(crash.report("proving " + name, fault));
                prover = null;
            }
            running.remove(name);
            events.accept(new Event.ProofEnded(property, result));
        }
    }
}
