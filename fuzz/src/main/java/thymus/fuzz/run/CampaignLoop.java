package thymus.fuzz.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.CampaignResult.FunctionFigures;
import thymus.fuzz.CampaignResult.PropertyFigures;
import thymus.fuzz.Finding;
import thymus.fuzz.GoalSolver;
import thymus.fuzz.PropertyError;
import thymus.fuzz.generate.Callable;
import thymus.fuzz.generate.Universe;
import thymus.spec.monitor.Judgement;
import thymus.spec.tree.Property;
import thymus.system.execution.Step;

/**
 * The main loop of a campaign. It plans batches of numbered sequences from the results of earlier batches, and merges
 * results in the order of the numbers.
 */
public final class CampaignLoop {
    /** The batch size is fixed. If it were the number of workers, results would depend on that number. */
    private static final int BATCH = 16;

    /** The campaign ends after this many batches without a transaction. */
    private static final int MOST_IDLE = 16;

    private final Testbed testbed;
    private final Universe universe;
    private final List<Property> properties;
    private final CampaignOptions options;
    private final CampaignListener listener;
    private final CampaignState merger;
    private final Reduction reduction;
    private final GoalSearch goals;
    /** The sequences that run first. */
    private final FirstSequences first;

    private final List<Finding> findings = new ArrayList<>();
    private final List<PropertyError> errors = new ArrayList<>();
    /** Whether the time is over. */
    private BooleanSupplier expired = () -> false;

    private long reportedAt;
    private boolean stopped;
    private int idle;

    public CampaignLoop(Testbed testbed, CampaignOptions options, CampaignListener listener) {
        this(testbed, options, listener, GoalSolver.NONE);
    }

    /** @param goals is asked for ways into code that the campaign does not reach */
    public CampaignLoop(Testbed testbed, CampaignOptions options, CampaignListener listener, GoalSolver goals) {
        this.testbed = testbed;
        this.universe = testbed.universe();
        this.properties = testbed.properties();
        this.options = options;
        this.listener = listener;
        first = new FirstSequences(options.tries(), options.seeds());
        merger = new CampaignState(
                testbed,
                options.maxTransactions(),
                options.maxSequenceLength(),
                options.tries().size());
        reduction = new Reduction(testbed, options.seed());
        this.goals = new GoalSearch(goals, testbed, options.seed());
    }

    public CampaignResult run() {
        long started = System.nanoTime();
        long limit = options.limit().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        expired = () ->
                System.nanoTime() - started >= limit || Thread.currentThread().isInterrupted();
        judgeStart();
        try (WorkerPool crew = new WorkerPool(testbed.subjects(), universe, afterEach())) {
            while (!stopped && idle < MOST_IDLE && !merger.finished() && !expired.getAsBoolean() && canMove()) {
                try {
                    batch(crew);
                } catch (PropertyFault fault) {
                    // The batch is repeated without the property. The fault is the same with any number of threads.
                    giveUp(fault);
                }
            }
        }
        return result();
    }

    private boolean[] afterEach() {
        boolean[] afterEach = new boolean[properties.size()];
        for (int p = 0; p < afterEach.length; p++) {
            afterEach[p] = options.judging().judgesAfterEach(properties.get(p));
        }
        return afterEach;
    }

    /** A system without any transaction of the adversary is judged only after setup. */
    private boolean canMove() {
        return (!universe.callables().isEmpty() && !universe.senders().isEmpty()) || merger.sequences() < first.count();
    }

    private void judgeStart() {
        List<SequenceResult.Event> events = new ArrayList<>();
        MonitoredSystem subject = testbed.subject();
        subject.begin();
        for (int p = 0; p < properties.size(); p++) {
            try {
                switch (subject.start(p)) {
                    case Judgement.Violated v -> events.add(new SequenceResult.Event(p, -1, true, v.explanation()));
                    case Judgement.Failed f -> events.add(new SequenceResult.Event(p, -1, false, f.reason()));
                    case Judgement.Held _, Judgement.NotTriggered _, Judgement.Undecided _ -> {}
                }
            } catch (PropertyFault fault) {
                giveUp(fault);
            }
        }
        take(new SequenceResult(
                SequenceResult.SETUP,
                -1,
                List.of(),
                List.of(),
                new int[0],
                0,
                events,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    private void batch(WorkerPool crew) {
        CampaignSnapshot knowledge = merger.knowledge();
        List<SequencePlan> plans = new ArrayList<>();
        long steps = 0;
        for (int i = 0; i < BATCH && steps < options.maxTransactions() - merger.transactions(); i++) {
            long number = merger.sequences() + i;
            plans.add(plan(number, knowledge));
            steps += plans.getLast().slots().size();
        }
        long before = merger.transactions();
        int known = findings.size() + errors.size();
        List<SequenceResult> results = crew.run(plans, knowledge, expired);
        for (SequenceResult result : results) {
            if (!merger.finished()) {
                take(result);
            }
        }
        goals.ask(merger.covered(), merger.transactions(), results, expired);
        idle = merger.transactions() > before ? 0 : idle + 1;
        CampaignListener.Progress soFar = soFar();
        listener.tried(soFar);
        if (merger.transactions() - reportedAt >= CampaignListener.EVERY || findings.size() + errors.size() > known) {
            reportedAt = merger.transactions();
            stopped = !listener.progress(soFar);
        }
    }

    private SequencePlan plan(long number, CampaignSnapshot knowledge) {
        Optional<List<Step>> exact = number < first.count() ? Optional.empty() : goals.next();
        return exact.map(answer -> SequencePlan.exactly(number, options.seed(), answer))
                .orElseGet(() -> SequencePlan.of(
                        number, options.seed(), knowledge, first, options.maxSequenceLength(), universe));
    }

    private CampaignListener.Progress soFar() {
        return new CampaignListener.Progress(merger.transactions(), merger.coverage(), findings.size(), figures());
    }

    private void giveUp(PropertyFault fault) {
        merger.giveUp(fault.property());
        listener.crashed(properties.get(fault.property()), fault.getCause());
    }

    private void take(SequenceResult result) {
        List<CampaignState.Raw> violations = new ArrayList<>();
        List<CampaignState.Raw> failures = new ArrayList<>();
        merger.merge(result, violations, failures)
                .filter(steps -> !steps.isEmpty())
                .ifPresent(steps -> {
                    goals.learn(steps, result.places());
                    listener.novel(steps);
                });
        if (!violations.isEmpty() || !failures.isEmpty()) {
            listener.tried(soFar());
        }
        violations.forEach(raw -> reduce(raw, this::found, Judgement.Violated.class));
        failures.forEach(raw -> reduce(raw, this::failed, Judgement.Failed.class));
    }

    private void found(Property property, List<Step> steps, String text) {
        findings.add(new Finding(property, steps, text));
        listener.found(findings.getLast());
    }

    private void failed(Property property, List<Step> steps, String text) {
        errors.add(new PropertyError(property, steps, text));
        listener.failed(errors.getLast());
    }

    private interface Announcement {
        void make(Property property, List<Step> steps, String text);
    }

    private void reduce(CampaignState.Raw raw, Announcement announcement, Class<? extends Judgement> kind) {
        List<Step> steps;
        String text;
        try {
            steps = reduced(raw, kind);
            text = reduction.explain(raw.property(), steps, raw.text());
        } catch (PropertyFault fault) {
            giveUp(fault);
            return;
        }
        announcement.make(properties.get(raw.property()), steps, text);
    }

    private List<Step> reduced(CampaignState.Raw raw, Class<? extends Judgement> kind) {
        return raw.steps().isEmpty() || !listener.shrinks(properties.get(raw.property()))
                ? raw.steps()
                : reduction.reduce(
                        raw.property(), raw.steps(), kind, merger.dictionary(), merger.transactions(), expired);
    }

    private List<PropertyFigures> figures() {
        List<PropertyFigures> figures = new ArrayList<>();
        for (int p = 0; p < properties.size(); p++) {
            figures.add(new PropertyFigures(
                    properties.get(p), merger.judged(p), merger.slack(p), merger.doubt(p), merger.best(p)));
        }
        return figures;
    }

    private CampaignResult result() {
        List<FunctionFigures> functions = new ArrayList<>();
        for (Callable callable : universe.callables()) {
            functions.add(new FunctionFigures(
                    callable.name(),
                    merger.counts().ok(callable.index()),
                    merger.counts().reverted(callable.index()),
                    merger.counts().ok(callable.index()) == 0 ? merger.failures(callable.index()) : List.of()));
        }
        return new CampaignResult(
                merger.transactions(),
                merger.sequences(),
                merger.coverage(),
                findings,
                errors,
                figures(),
                functions,
                merger.stops(),
                merger.corpus(),
                merger.fingerprint());
    }
}
