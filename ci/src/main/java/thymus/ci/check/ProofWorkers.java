package thymus.ci.check;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import thymus.fork.rpc.RpcException;
import thymus.fork.state.ForkException;
import thymus.spec.tree.Property;

/** The threads that prove: each has its own prover and takes the next property when it is done with one. */
final class ProofWorkers {
    /** How long a proof may take while others wait for their first turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Engines engines;
    private final LongSupplier clock;
    /** Looked up before any proof begins. */
    private final Queue<Property> unknown;

    /** Tried quickly next, so that verdicts come early; what is left needs more. */
    private final Queue<Property> untried = new ConcurrentLinkedQueue<>();

    private final Queue<Property> waiting = new ConcurrentLinkedQueue<>();
    /** Those that took long, and gave way to others. */
    private final Queue<Property> postponed = new ConcurrentLinkedQueue<>();

    private final Queue<Bound> late = new ConcurrentLinkedQueue<>();
    private final Consumer<Event> events;
    private final Crash crash;
    private final Set<PropertyProver> active = ConcurrentHashMap.newKeySet();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    /** @param clock in nanoseconds */
    ProofWorkers(Engines engines, List<Property> properties, Consumer<Event> events, Crash crash, LongSupplier clock) {
        this.engines = engines;
        this.clock = clock;
        this.unknown = new ConcurrentLinkedQueue<>(properties);
        this.events = events;
        this.crash = crash;
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(Worker.start("prover-" + i, this::work));
        }
    }

    /** Has a bound proved that became known late. */
    void tighten(Property bound, BigInteger value) {
        late.add(new Bound(bound, value));
        threads.add(Worker.start("prover-late-" + threads.size(), this::work));
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
        active.forEach(PropertyProver::interrupt);
    }

    /** Waits for those that were cancelled: they may be writing evidence, and the caller owns the folder it goes to. */
    void await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    private void work() {
        Optional<PropertyProver> prover = Optional.empty();
        for (Optional<Task> next = next(); next.isPresent(); next = next()) {
            Task task = next.get();
            String name = task.property().name();
            running.add(name);
            Optional<ProofResult> result;
            try {
                prover = prover.or(() -> Optional.of(engines.prover()));
                active.add(prover.get());
                result = prove(prover.get(), task);
            } catch (ForkException | RpcException missing) {
                result = Optional.of(new ProofResult.Undecided("the fork could not be read: " + missing.getMessage()));
            } catch (Throwable fault) { // also StackOverflowError and OutOfMemoryError: one proof, not the run
                result = Optional.of(new ProofResult.Crashed(crash.tell("proving " + name, fault)));
                prover.ifPresent(this::discard);
                prover = Optional.empty();
            }
            running.remove(name);
            if (result.isPresent()) {
                events.accept(task.ended(result.get()));
            } else {
                after(task.stage()).add(task.property());
            }
        }
        prover.ifPresent(this::discard);
    }

    private enum Stage {
        RECALL,
        QUICK,
        THOROUGH,
        PATIENT,
        LATE
    }

    private Queue<Property> after(Stage stage) {
        return switch (stage) {
            case RECALL -> untried;
            case QUICK -> waiting;
            case THOROUGH, PATIENT, LATE -> postponed;
        };
    }

    /** @param bound the value that is to be shown to be the largest, in the last stage */
    private record Task(Property property, Stage stage, Optional<BigInteger> bound) {
        Event ended(ProofResult result) {
            return bound.<Event>map(value -> new Event.Tightened(property.name(), value, result))
                    .orElseGet(() -> new Event.ProofEnded(property, result));
        }
    }

    private record Bound(Property property, BigInteger value) {}

    private Optional<Task> next() {
        return next(unknown, Stage.RECALL)
                .or(() -> next(untried, Stage.QUICK))
                .or(() -> next(waiting, Stage.THOROUGH))
                .or(() -> next(postponed, Stage.PATIENT))
                .or(() -> Optional.ofNullable(late.poll())
                        .map(bound -> new Task(bound.property(), Stage.LATE, Optional.of(bound.value()))));
    }

    private static Optional<Task> next(Queue<Property> queue, Stage stage) {
        return Optional.ofNullable(queue.poll()).map(property -> new Task(property, stage, Optional.empty()));
    }

    private Optional<ProofResult> prove(PropertyProver prover, Task task) {
        if (task.property().maximum().filter(m -> !m.isClaimed()).isPresent()) {
            return Optional.of(new ProofResult.Undecided(
                    Tightening.unclaimed(task.property().name())));
        }
        BooleanSupplier stopped =
                () -> cancelled.get() || dropped.contains(task.property().name());
        if (stopped.getAsBoolean()) {
            return Optional.of(new ProofResult.Undecided("the time was used up"));
        }
        return switch (task.stage()) {
            case RECALL -> prover.recall(task.property());
            case QUICK -> prover.proveQuickly(task.property(), stopped);
            case THOROUGH -> proveOrGiveWay(prover, task.property(), stopped);
            case PATIENT, LATE -> Optional.of(prover.prove(task.property(), stopped));
        };
    }

    /** @return empty if it took long while others were waiting, and is to be tried again after them */
    private Optional<ProofResult> proveOrGiveWay(PropertyProver prover, Property property, BooleanSupplier stopped) {
        long start = clock.getAsLong();
        AtomicBoolean gaveWay = new AtomicBoolean();
        ProofResult result = prover.prove(property, () -> {
            if (!waiting.isEmpty() && clock.getAsLong() - start > PATIENCE.toNanos()) {
                gaveWay.set(true);
            }
            return gaveWay.get() || stopped.getAsBoolean();
        });
        return result instanceof ProofResult.Undecided && gaveWay.get() && !stopped.getAsBoolean()
                ? Optional.empty()
                : Optional.of(result);
    }

    private void discard(PropertyProver prover) {
        active.remove(prover);
        try {
            prover.close();
        } catch (RuntimeException | VirtualMachineError fault) {
            crash.tell("closing a prover", fault); // what it had to say is said already
        }
    }
}
