package thymus.ci.check;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import thymus.ci.CiException;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.Fault;
import thymus.ci.verdict.FunctionUse;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.ReachedMaximum;
import thymus.ci.verdict.Testing;
import thymus.ci.verdict.Verdict;
import thymus.spec.tree.Property;
import thymus.system.crosscheck.CrossCheckResult;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;

/**
 * Proof and fuzzing of every property side by side. The workers propose; the thread that calls {@link #run} replays
 * what they propose and rules.
 */
public final class Check {
    private static final Duration TICK = Duration.ofMillis(100);
    /** How long workers get to end by themselves once the budget is used up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** When a check that has not ended by itself rules without what its workers may still wait for. */
    public static final Duration OVERTIME = GRACE.plusSeconds(1);

    /** How long a check that is else done waits for independent EVMs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CheckPlan plan;
    private final CheckListener listener;
    private final LongSupplier clock;
    private final Replays replays;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final ProofWorkers provers;
    private final FuzzWorker fuzzer;
    private final OpinionWorker opinions;
    private final Tightening tightening;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Map<String, VerdictState> rulings = new LinkedHashMap<>();
    private final Map<String, ReachedMaximum> maxima = new ConcurrentHashMap<>();
    /** Other threads read it to see what is decided so far. */
    private final Map<String, PropertyVerdict> judgements = new ConcurrentHashMap<>();

    private final long start;
    private volatile List<FunctionUse> functions = List.of();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private boolean fuzzing = true;

    /** With no independent EVM to ask. */
    public Check(CheckPlan plan, Engines engines, CheckListener listener, Crash crash) {
        this(plan, engines, Optional.empty(), listener, crash);
    }

    /** @param independent to replay counterexamples on as well; closed by {@link #run} */
    public Check(
            CheckPlan plan,
            Engines engines,
            Optional<IndependentEvm> independent,
            CheckListener listener,
            Crash crash) {
        this(plan, engines, independent, listener, crash, System::nanoTime);
    }

    /** @param clock by which the budget is measured, in nanoseconds */
    Check(
            CheckPlan plan,
            Engines engines,
            Optional<IndependentEvm> independent,
            CheckListener listener,
            Crash crash,
            LongSupplier clock) {
        this.plan = plan;
        this.listener = listener;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.replays = new Replays(engines.referee(), crash, faults::add);
        this.provers = new ProofWorkers(engines, plan.properties(), events::add, crash, clock);
        this.tightening = new Tightening(provers);
        this.fuzzer = new FuzzWorker(engines, events::add, crash);
        this.opinions = new OpinionWorker(independent, events::add, crash);
        for (Property property : plan.properties()) {
            properties.put(property.name(), property);
            rulings.put(
                    property.name(),
                    new VerdictState(property.name(), property.maximum().isPresent()));
        }
    }

    /** @throws CiException.Contradiction if the two sides contradict each other, or another EVM contradicts ours */
    public CheckResult run() throws InterruptedException {
        try {
            decide();
            List<Event> late = new ArrayList<>();
            events.drainTo(late);
            late.forEach(this::handle);
            rulings.forEach((name, ruling) -> ruling.timeOut(fuzzer.tried(name)));
            announce();
            awaitOpinions();
        } finally {
            opinions.stop(GRACE);
        }
        return result("the time was used up");
    }

    private void decide() throws InterruptedException {
        if (plan.provers() == 0) {
            rulings.values().forEach(r -> r.proof(new ProofResult.Undecided("no proof was tried"), Optional.empty()));
        }
        fuzzer.start();
        provers.start(plan.provers());
        try {
            boolean overtime = false;
            while (fuzzing || judgements.size() < rulings.size()) {
                Event event = events.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (event != null) {
                    handle(event);
                    announce();
                }
                listener.progress(new CheckListener.Progress(
                        judgements.size(), rulings.size(), fuzzer.transactions(), provers.running()));
                if (rulings.values().stream().noneMatch(VerdictState::wantsFuzzing)) {
                    fuzzer.cancel();
                }
                if (!overtime && elapsed().compareTo(plan.budget()) > 0) {
                    overtime = true;
                    fuzzer.cancel();
                    provers.cancel();
                }
                if (elapsed().compareTo(plan.budget().plus(GRACE)) > 0) {
                    break;
                }
            }
        } finally {
            fuzzer.cancel();
            provers.cancel();
            provers.await(GRACE);
        }
    }

    /** The last falsified properties are replayed independently when all else is done. */
    private void awaitOpinions() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!opinions.open().isEmpty() && System.nanoTime() < end) {
            if (events.poll(TICK.toMillis(), TimeUnit.MILLISECONDS) instanceof Event.Judged judged) {
                handle(judged);
            }
        }
        opinions.open()
                .forEach(name -> change(
                        name, c -> c.unconfirmed("there was no answer within " + PATIENCE.toSeconds() + " seconds")));
    }

    /** From any thread: what is decided so far; the rest is unknown for the reason given. */
    public CheckResult result(String unfinished) {
        List<PropertyVerdict> all = new ArrayList<>();
        for (Property property : plan.properties()) {
            PropertyVerdict open = verdict(property, new Verdict.Unknown(unfinished));
            all.add(judgements.getOrDefault(property.name(), open));
        }
        return new CheckResult(plan.file(), plan.seed(), fuzzer.transactions(), all, functions, faults, elapsed());
    }

    private void handle(Event event) {
        switch (event) {
            case Event.ProofEnded(Property property, ProofResult result) ->
                replays.proof(rulings.get(property.name()), property, result);
            case Event.Broken(String name, Scenario scenario, String explanation) ->
                replays.broken(rulings.get(name), properties.get(name), scenario, explanation);
            case Event.Failed(String name, Scenario scenario, String reason) ->
                replays.failed(rulings.get(name), properties.get(name), scenario, reason);
            case Event.Faulty(String name, String sentence) -> {
                faults.add(new Fault(sentence, false));
                rulings.get(name).faulty(sentence);
            }
            case Event.Screened() -> rulings.values().forEach(VerdictState::screened);
            case Event.Climbed() -> rulings.values().forEach(VerdictState::climbed);
            case Event.FuzzingEnded(Fuzzer.Outcome outcome) -> {
                fuzzing = false;
                functions = outcome.functions();
                outcome.best().forEach(this::reached);
                rulings.forEach((name, ruling) -> finished(
                        name, ruling, Optional.ofNullable(outcome.testing().get(name))));
            }
            case Event.Tightened(String name, BigInteger value, ProofResult result) -> {
                if (result instanceof ProofResult.Proved) {
                    maxima.computeIfPresent(name, (n, maximum) -> maximum.exact());
                }
                rulings.get(name).proof(Tightening.result(name, value, result), Optional.empty());
                rulings.get(name).finished(tightening.end(name));
            }
            case Event.Judged(String name, CrossCheckResult opinion) -> change(name, opinions.answered(name, opinion));
            case Event.FuzzingCrashed(String reason, boolean internal) -> {
                fuzzing = false;
                if (internal) {
                    faults.add(new Fault(reason, true));
                }
                rulings.forEach((name, ruling) -> ruling.crashed(reason, internal, fuzzer.tried(name)));
            }
        }
    }

    private void finished(String name, VerdictState ruling, Optional<Testing> testing) {
        boolean begun = plan.provers() > 0
                && elapsed().compareTo(plan.budget()) < 0
                && maxima.containsKey(name)
                && tightening.begin(properties.get(name), maxima.get(name).value(), testing);
        if (!begun) {
            ruling.finished(testing);
        }
    }

    private void reached(String name, List<Step> steps) {
        replays.reached(rulings.get(name), properties.get(name), steps).ifPresent(maximum -> {
            maxima.put(name, maximum);
            judgements.computeIfPresent(name, (n, judgement) -> judgement.reaching(Optional.of(maximum)));
            opinions.ask(properties.get(name), maximum.sequence().replay());
        });
    }

    private void change(String name, UnaryOperator<ConfirmedCounterexample> change) {
        judgements.computeIfPresent(
                name,
                (n, judgement) -> judgement.verdict() instanceof Verdict.Falsified falsified
                        ? judgement.ruled(new Verdict.Falsified(change.apply(falsified.counterexample())))
                        : judgement.reaching(judgement.reached().map(m -> m.with(change.apply(m.sequence())))));
    }

    private void announce() {
        for (Property property : plan.properties()) {
            Optional<Verdict> verdict = rulings.get(property.name()).verdict();
            if (verdict.isPresent() && !judgements.containsKey(property.name())) {
                PropertyVerdict judgement = verdict(property, verdict.get());
                judgements.put(property.name(), judgement);
                provers.drop(property.name());
                listener.decided(judgement);
                if (verdict.get() instanceof Verdict.Falsified falsified) {
                    opinions.ask(property, falsified.counterexample().replay());
                }
            }
        }
    }

    private PropertyVerdict verdict(Property property, Verdict verdict) {
        return new PropertyVerdict(property.name(), property.kind(), verdict, elapsed())
                .expecting(Optional.ofNullable(plan.expectations().get(property.name())))
                .reaching(
                        verdict instanceof Verdict.Falsified
                                ? Optional.empty()
                                : Optional.ofNullable(maxima.get(property.name())));
    }

    private Duration elapsed() {
        return Duration.ofNanos(clock.getAsLong() - start);
    }
}
