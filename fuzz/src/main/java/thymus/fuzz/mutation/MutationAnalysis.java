package thymus.fuzz.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.FuzzException;
import thymus.fuzz.PropertyError;
import thymus.fuzz.system.Campaign;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/**
 * Runs the fuzzer against each mutant until a property kills it. The sequences that reach the most of the unchanged
 * system come first. The result depends on the seed and the numbers of transactions alone, not on the workers.
 */
public final class MutationAnalysis {
    private final Supplier<DeployedSystem> systems;
    private final Settings settings;

    /**
     * The effort.
     *
     * @param original transactions on the unchanged system
     * @param mutant transactions on each mutant
     */
    public record Settings(long seed, long original, long mutant, int workers) {}

    /** Told of each mutant that has been tried, from any thread. */
    @FunctionalInterface
    public interface Watcher {
        void tried(int done, int all);
    }

    /** @param systems deploys the system anew; called from several threads */
    public MutationAnalysis(Supplier<DeployedSystem> systems, Settings settings) {
        this.systems = systems;
        this.settings = settings;
    }

    /**
     * Tries all mutants.
     *
     * @param wanted names of deployed contracts whose mutants are tried; empty: all
     */
    public MutationResult run(List<Property> properties, Set<String> wanted, Watcher progress)
            throws InterruptedException {
        List<Mutant> mutants = Mutants.of(systems.get(), wanted);
        CampaignResult original = new Campaign(
                        systems.get(),
                        CampaignOptions.of(settings.seed(), settings.original()).judging(properties),
                        new FirstKill(false))
                .run();
        Set<Property> broken = new HashSet<>();
        original.findings().forEach(f -> broken.add(f.property()));
        original.errors().forEach(e -> broken.add(e.property()));
        List<Property> asked =
                properties.stream().filter(p -> !broken.contains(p)).toList();
        if (asked.isEmpty()) {
            throw new FuzzException("every property is broken by the contracts as they are; mend them first");
        }
        List<String> left =
                properties.stream().filter(broken::contains).map(Property::name).toList();
        return new MutationResult(outcomes(mutants, asked, original.corpus(), progress), asked, left);
    }

    private List<MutationResult.Outcome> outcomes(
            List<Mutant> mutants, List<Property> properties, List<List<Step>> seeds, Watcher progress)
            throws InterruptedException {
        List<MutationResult.Outcome> outcomes = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(settings.workers())) {
            List<Future<MutationResult.Outcome>> running = new ArrayList<>();
            for (Mutant mutant : mutants) {
                Callable<MutationResult.Outcome> trial = () -> tried(mutant, properties, seeds);
                running.add(workers.submit(trial));
            }
            for (Future<MutationResult.Outcome> trial : running) {
                outcomes.add(trial.get());
                progress.tried(outcomes.size(), mutants.size());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
        return outcomes;
    }

    private MutationResult.Outcome tried(Mutant mutant, List<Property> properties, List<List<Step>> seeds) {
        DeployedSystem system = systems.get();
        for (String instance : mutant.instances()) {
            system.chain().world().setCode(system.addressOf(instance), mutant.code());
        }
        system.chain().world().setCode(Stub.ADDRESS, Stub.CODE);
        FirstKill kill = new FirstKill(true);
        CampaignOptions options = CampaignOptions.of(settings.seed(), settings.mutant())
                .judging(properties)
                .startingFrom(seeds);
        new Campaign(system, options, kill).run();
        return new MutationResult.Outcome(mutant, kill.by);
    }

    /** The first property that is broken, or has no truth value any more; nothing is shrunk. */
    private static final class FirstKill implements CampaignListener {
        private final boolean ends;
        private Optional<String> by = Optional.empty();

        FirstKill(boolean ends) {
            this.ends = ends;
        }

        @Override
        public boolean shrinks(Property property) {
            return false;
        }

        @Override
        public boolean progress(Progress progress) {
            return !ends || by.isEmpty();
        }

        @Override
        public void found(Finding finding) {
            by = by.or(() -> Optional.of(finding.property().name()));
        }

        @Override
        public void failed(PropertyError error) {
            by = by.or(() -> Optional.of(error.property().name()));
        }
    }
}
