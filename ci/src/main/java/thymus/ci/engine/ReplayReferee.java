package thymus.ci.engine;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import thymus.ci.check.CounterexampleConfirmer;
import thymus.ci.verdict.ConfirmedCounterexample;
import thymus.ci.verdict.ConfirmedCounterexample.Origin;
import thymus.ci.verdict.ReachedMaximum;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.system.Campaign;
import thymus.fuzz.system.SystemUniverse;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.ImpossibleTransactionException;
import thymus.system.execution.Scenario;
import thymus.system.execution.Step;
import thymus.system.replay.Replay;
import thymus.system.replay.Replayer;

/** Replays sequences on fresh chains and keeps those that break something. */
final class ReplayReferee implements CounterexampleConfirmer {
    private final CheckTarget subject;
    private final long seed;
    private final Path out;
    private final UserWords words;

    /** @param out where replay files go, named after their properties */
    ReplayReferee(CheckTarget subject, long seed, Path out) {
        this.subject = subject;
        this.seed = seed;
        this.out = out;
        this.words = UserWords.of(subject.file());
    }

    @Override
    public Optional<ConfirmedCounterexample> confirm(Property property, Scenario scenario, Origin origin) {
        Scenario least = scenario.witnesses().isEmpty()
                ? scenario
                : new LeastWitnesses(subject, property, scenario).of(scenario);
        List<Step> plain = origin == Origin.PROVER ? shrunk(property, least) : least.steps();
        DeployedSystem system = subject.deploy(least);
        return run(system, property, plain, origin)
                .flatMap(replay -> replay.outcome() instanceof Replay.Outcome.Broken broken
                        ? Optional.of(kept(
                                system,
                                replay,
                                plain.subList(0, broken.step()),
                                words.beside(property.name(), broken.explanation()),
                                origin))
                        : Optional.empty());
    }

    @Override
    public Optional<ConfirmedCounterexample> undefined(Property property, Scenario scenario, Origin origin) {
        List<Step> steps = scenario.steps();
        DeployedSystem system = subject.deploy(scenario);
        return run(system, property, steps, origin)
                .flatMap(replay -> replay.outcome() instanceof Replay.Outcome.Failed failed
                        ? Optional.of(kept(system, replay, steps.subList(0, failed.step()), failed.reason(), origin))
                        : Optional.empty());
    }

    @Override
    public Optional<ReachedMaximum> reached(Property property, List<Step> steps) {
        Property.Maximum maximum = property.maximum().orElseThrow();
        Optional<BigInteger> value =
                top(Replayer.run(subject.deploy(), property, steps)).map(Replay.Outcome.Reached::value);
        List<Step> plain = value.isEmpty() || steps.isEmpty()
                ? steps
                : shrunk(maximum.below(property.name(), value.get(), property.span()), Scenario.of(steps));
        DeployedSystem system = subject.deploy();
        Replay replay = Replayer.run(system, property, plain);
        return top(replay)
                // A shorter sequence may lead to more.
                .filter(reached -> value.isPresent() && reached.value().compareTo(value.get()) >= 0)
                .map(reached -> new ReachedMaximum(
                        reached.value(),
                        reached.left(),
                        kept(system, replay, plain, property.name() + " " + reached.text(), Origin.FUZZER)));
    }

    private static Optional<Replay.Outcome.Reached> top(Replay replay) {
        return replay.outcome() instanceof Replay.Outcome.Reached reached ? Optional.of(reached) : Optional.empty();
    }

    /** @return empty if the steps cannot happen: a solver knows nothing of what the chain refuses */
    private static Optional<Replay> run(DeployedSystem system, Property property, List<Step> steps, Origin origin) {
        if (origin == Origin.FUZZER) {
            return Optional.of(Replayer.run(system, property, steps));
        }
        if (!new SystemUniverse(system).allowed(steps)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Replayer.run(system, property, steps));
        } catch (ImpossibleTransactionException e) {
            return Optional.empty();
        }
    }

    private ConfirmedCounterexample kept(
            DeployedSystem system, Replay replay, List<Step> steps, String explanation, Origin origin) {
        Path file = out.resolve(replay.property() + ".json");
        thymus.system.replay.Counterexample.of(
                        system, subject.file(), subject.artifacts(), seed, replay.property(), steps.size(), steps)
                .write(file);
        return new ConfirmedCounterexample(
                origin,
                replay.steps().stream().map(StepRenderer::of).toList(),
                explanation + UserWords.with(replay.parameters()),
                file);
    }

    /** A solver's numbers are arbitrary; the fuzzer's shrinker makes them plain. */
    private List<Step> shrunk(Property property, Scenario scenario) {
        List<Step> steps = scenario.steps();
        CampaignOptions options = CampaignOptions.of(seed, steps.size())
                .judging(List.of(property))
                .startingFrom(List.of(steps));
        return new Campaign(subject.deploy(scenario), options, CampaignListener.SILENT)
                .run().findings().stream()
                        .findFirst()
                        .map(finding -> finding.steps())
                        .orElse(steps);
    }
}
