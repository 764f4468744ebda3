package thymus.ci.check;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import thymus.ci.verdict.Testing;
import thymus.fork.rpc.RpcException;
import thymus.fork.state.ForkException;
import thymus.system.execution.Scenario;

/** The thread that fuzzes. */
final class FuzzWorker implements Fuzzer.Observer {
    private final Engines engines;
    private final Consumer<Event> events;
    private final Crash crash;
    private final AtomicLong transactions = new AtomicLong();
    private volatile boolean wanted = true;
    private volatile Map<String, Testing> tried = Map.of();
    private boolean screened;
    private boolean climbed;

    FuzzWorker(Engines engines, Consumer<Event> events, Crash crash) {
        this.engines = engines;
        this.events = events;
        this.crash = crash;
    }

    void start() {
        Worker.start("fuzzer", this::work);
    }

    /** No verdict depends on more transactions. */
    void cancel() {
        wanted = false;
    }

    long transactions() {
        return transactions.get();
    }

    /** How hard the property was tried so far; empty if nothing is known of it. */
    Optional<Testing> tried(String property) {
        return Optional.ofNullable(tried.get(property));
    }

    private void work() {
        try {
            Fuzzer.Outcome outcome = engines.fuzzer().run(this);
            transactions.set(outcome.transactions());
            events.accept(new Event.FuzzingEnded(outcome));
        } catch (ForkException | RpcException missing) {
            events.accept(new Event.FuzzingCrashed("the fork could not be read: " + missing.getMessage(), false));
        } catch (Throwable fault) { // the proofs go on
            events.accept(new Event.FuzzingCrashed(crash.tell("fuzzing", fault), true));
        }
    }

    @Override
    public void broken(String property, Scenario shrunk, String explanation) {
        events.accept(new Event.Broken(property, shrunk, explanation));
    }

    @Override
    public void failed(String property, Scenario shrunk, String reason) {
        events.accept(new Event.Failed(property, shrunk, reason));
    }

    @Override
    public void crashed(String property, Throwable fault) {
        events.accept(new Event.Faulty(property, crash.tell("fuzzing " + property, fault)));
    }

    @Override
    public void tried(long count, Map<String, Testing> testing) {
        transactions.set(count);
        tried = Map.copyOf(testing);
    }

    @Override
    public boolean progress(long count) {
        transactions.set(count);
        if (!screened && count >= CheckPlan.SCREENING) {
            screened = true;
            events.accept(new Event.Screened());
        }
        if (!climbed && count >= CheckPlan.CLIMB) {
            climbed = true;
            events.accept(new Event.Climbed());
        }
        return wanted;
    }
}
