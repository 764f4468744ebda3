package thymus.ci.engine;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import thymus.ci.check.CorpusStore;
import thymus.ci.check.Fuzzer;
import thymus.ci.verdict.Testing;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.GoalSolver;
import thymus.fuzz.PropertyError;
import thymus.fuzz.system.Campaign;
import thymus.fuzz.system.ParameterChoices;
import thymus.fuzz.system.Tries;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Scenario;
import thymus.system.execution.SetupException;
import thymus.system.execution.Step;

/**
 * A fuzzing campaign over the properties of a check. Where the deployment has parameters, there is one for each choice
 * of their values, with an equal share of the transactions; a property that one of them has broken is left out of the
 * others.
 */
final class CampaignFuzzer implements Fuzzer {
    /** A trace costs about as much as so many transactions. */
    private static final int TRANSACTIONS_A_TRACE = 10;

    /** Transactions around a trace that trips, beside those of shrinking it. */
    private static final long SHRINKING = 1_000;

    private final Function<Map<String, BigInteger>, List<DeployedSystem>> deploy;
    private final List<Map<String, BigInteger>> choices;
    private final CampaignOptions options;
    private final Function<Map<String, BigInteger>, GoalSolver> goals;
    private final CorpusStore corpus;
    private final Set<String> ended = new HashSet<>();
    private final MergedFigures figures = new MergedFigures();
    private boolean wanted = true;

    /**
     * @param deploy makes equal systems with the values, one for each thread
     * @param corpus takes what is new, and what breaks a property
     * @param goals answers the questions of the campaign with the values
     * @param choices of the parameters' values, at least one; setup succeeds with the first
     */
    CampaignFuzzer(
            Function<Map<String, BigInteger>, List<DeployedSystem>> deploy,
            List<Map<String, BigInteger>> choices,
            CampaignOptions options,
            CorpusStore corpus,
            Function<Map<String, BigInteger>, GoalSolver> goals) {
        this.corpus = corpus;
        this.goals = goals;
        this.deploy = deploy;
        this.choices = List.copyOf(choices);
        this.options = options;
    }

    @Override
    public Outcome run(Observer observer) {
        Map<String, List<Step>> best = new LinkedHashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < choices.size() && wanted; i++) {
            Optional<List<DeployedSystem>> systems = deployed(i);
            List<Property> open = options.properties().stream()
                    .filter(property -> !ended.contains(property.name()))
                    .toList();
            if (systems.isEmpty()) {
                figures.addFailed();
            } else if (!open.isEmpty()) {
                CampaignOptions part = part(i, Duration.ofNanos(System.nanoTime() - start))
                        .trying(Tries.of(systems.get().getFirst()));
                GoalSolver solver = goals.apply(choices.get(i));
                CampaignResult result = new Campaign(
                                systems.get(), part.judging(open), listener(choices.get(i), observer), solver)
                        .run();
                figures.add(result);
                solver.fault().ifPresent(figures::addFault);
                best.putAll(best(result));
                observer.progress(figures.transactions());
            }
        }
        Map<String, Testing> testing = new LinkedHashMap<>(figures.testing());
        for (Property property : options.properties()) {
            if (BenignTraces.areOf(property) && wanted && !ended.contains(property.name())) {
                benign(property, observer, start)
                        .ifPresent(sentence ->
                                testing.computeIfPresent(property.name(), (name, tried) -> tried.sampling(sentence)));
            }
        }
        return new Outcome(figures.transactions(), testing, figures.functions(), best);
    }

    /** Traces inside the envelope; one that trips is a finding like any other. */
    private Optional<String> benign(Property property, Observer observer, long start) {
        BenignTraces traces = new BenignTraces(property);
        long most = Math.min(BenignTraces.MOST, options.maxTransactions() / TRANSACTIONS_A_TRACE) / choices.size();
        BooleanSupplier stopped = () -> {
            wanted = wanted && observer.progress(figures.transactions());
            Duration used = Duration.ofNanos(System.nanoTime() - start);
            return !wanted
                    || Thread.currentThread().isInterrupted()
                    || options.limit()
                            .filter(limit -> used.compareTo(limit) >= 0)
                            .isPresent();
        };
        for (int i = 0; i < choices.size() && !stopped.getAsBoolean(); i++) {
            Optional<List<DeployedSystem>> systems = deployed(i);
            if (systems.isEmpty()) {
                continue;
            }
            Optional<List<Step>> tripping =
                    traces.draw(systems.get().getFirst(), ParameterChoices.seed(options.seed(), i), most, stopped);
            if (tripping.isPresent()) {
                CampaignOptions shrinking = CampaignOptions.of(options.seed(), SHRINKING)
                        .judging(List.of(property))
                        .startingFrom(List.of(tripping.get()));
                new Campaign(deploy.apply(choices.get(i)), shrinking, listener(choices.get(i), observer)).run();
                return Optional.empty();
            }
        }
        return Optional.of(traces.sentence());
    }

    /** @return empty if setup fails with these values: there is no such deployment */
    private Optional<List<DeployedSystem>> deployed(int choice) {
        try {
            return Optional.of(deploy.apply(choices.get(choice)));
        } catch (SetupException e) {
            if (choice == 0) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** The share of one choice; what is left of the time is shared by those that are still to come. */
    private CampaignOptions part(int choice, Duration used) {
        if (choices.size() == 1) {
            return options;
        }
        CampaignOptions part = new CampaignOptions(
                ParameterChoices.seed(options.seed(), choice),
                options.maxTransactions() / choices.size(),
                options.maxSequenceLength(),
                options.limit(),
                options.properties(),
                options.judging(),
                options.tries(),
                options.seeds());
        return options.limit()
                .map(limit -> limit.minus(used).dividedBy(choices.size() - choice))
                .map(left -> part.within(left.isNegative() ? Duration.ZERO : left))
                .orElse(part);
    }

    private static Map<String, List<Step>> best(CampaignResult result) {
        Map<String, List<Step>> best = new LinkedHashMap<>();
        for (CampaignResult.PropertyFigures figures : result.properties()) {
            figures.best().ifPresent(steps -> best.put(figures.property().name(), steps));
        }
        return best;
    }

    private CampaignListener listener(Map<String, BigInteger> choice, Observer observer) {
        long before = figures.transactions();
        return new CampaignListener() {
            @Override
            public void tried(Progress progress) {
                observer.tried(before + progress.transactions(), figures.testingWith(progress));
            }

            @Override
            public boolean progress(Progress progress) {
                wanted = observer.progress(before + progress.transactions());
                return wanted;
            }

            @Override
            public void novel(List<Step> steps) {
                corpus.keep(steps);
            }

            @Override
            public void found(Finding finding) {
                corpus.keep(finding.steps());
                ended.add(finding.property().name());
                observer.broken(
                        finding.property().name(), new Scenario(choice, finding.steps()), finding.explanation());
            }

            @Override
            public void failed(PropertyError error) {
                ended.add(error.property().name());
                observer.failed(error.property().name(), new Scenario(choice, error.steps()), error.reason());
            }

            @Override
            public void crashed(Property property, Throwable fault) {
                ended.add(property.name());
                observer.crashed(property.name(), fault);
            }
        };
    }
}
