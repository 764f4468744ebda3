package thymus.ci.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import thymus.ci.CiException;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.spec.tree.Property;
import thymus.system.crosscheck.CrossCheckResult;

/**
 * The thread that has counterexamples replayed on an independent EVM. It begins with the first of them, so that a check
 * that falsifies nothing starts nothing, and no verdict waits for it.
 */
final class OpinionWorker {
    private final Optional<IndependentEvm> evm;
    private final Consumer<Event> events;
    private final Crash crash;
    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final Set<String> open = new HashSet<>();
    /** The properties whose second run nobody but us makes. */
    private final Set<String> compared = new HashSet<>();
    /** The properties that are judged at moments within steps, which nobody but us looks at. */
    private final Set<String> inside = new HashSet<>();

    private Optional<Thread> thread = Optional.empty();

    private record Question(String property, Path replay) {}

    /** @param evm empty for no second opinion */
    OpinionWorker(Optional<IndependentEvm> evm, Consumer<Event> events, Crash crash) {
        this.evm = evm;
        this.events = events;
        this.crash = crash;
    }

    void ask(Property property, Path replay) {
        if (evm.isPresent()) {
            open.add(property.name());
            if (property.comparesRuns()) {
                compared.add(property.name());
            }
            if (property.isJudgedInside()) {
                inside.add(property.name());
            }
            questions.add(new Question(property.name(), replay));
            if (thread.isEmpty()) {
                thread = Optional.of(Worker.start("independent", () -> work(evm.get())));
            }
        }
    }

    /**
     * @return what becomes of the counterexample
     * @throws CiException.Contradiction if the two EVMs differ
     */
    UnaryOperator<ConfirmedCounterexample> answered(String property, CrossCheckResult opinion) {
        open.remove(property);
        return switch (opinion) {
            case CrossCheckResult.Confirmed confirmed ->
                c -> c.confirmed(confirmed.node()
                        + (compared.contains(property) ? ", but for the second run" : "")
                        + (inside.contains(property) ? ", but for the moment within the step" : ""));
            case CrossCheckResult.Silent silent -> c -> c.unconfirmed(silent.reason());
            case CrossCheckResult.Differs differs ->
                throw new CiException.Contradiction("property " + property + " was falsified by a sequence that "
                        + differs.node() + " runs differently; " + differs.difference()
                        + ". One of the two EVMs is wrong, so no verdict of this run can be trusted");
        };
    }

    /** The properties whose counterexamples nothing has been said of yet. */
    Set<String> open() {
        return Set.copyOf(open);
    }

    /** Ends a replay that is running, and waits until what it started has ended. */
    void stop(Duration most) throws InterruptedException {
        if (thread.isPresent()) {
            thread.get().interrupt();
            thread.get().join(most);
        }
    }

    private void work(IndependentEvm independent) {
        try (independent) {
            while (true) {
                Question question = questions.take();
                events.accept(new Event.Judged(question.property(), judge(independent, question)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private CrossCheckResult judge(IndependentEvm independent, Question question) {
        try {
            return independent.judge(question.replay());
        } catch (Throwable fault) { // a verdict stands without a second opinion
            return new CrossCheckResult.Silent(
                    crash.tell("replaying " + question.property() + " independently", fault));
        }
    }
}
