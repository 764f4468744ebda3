package thymus.ci.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.CounterexampleConfirmer;
import thymus.ci.check.Engines;
import thymus.ci.check.FuzzPlan;
import thymus.ci.check.Fuzzer;
import thymus.ci.check.PropertyProver;
import thymus.ci.verdict.CheckedContract;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.system.ParameterChoices;
import thymus.solver.ProverOptions;
import thymus.system.execution.DeployedSystem;

/** Engines for one specification. Each deploys the system for itself, because a chain belongs to one thread. */
public final class SystemEngines implements Engines {
    private final CheckTarget subject;
    private final CheckPlan plan;
    private final Path out;
    private final List<CheckedContract> contracts;
    private final ProverOptions options;
    private final Optional<KeptProofs> kept;

    /**
     * @param out where replay files and SMT queries go
     */
    public SystemEngines(CheckTarget subject, CheckPlan plan, Path out) {
        this(subject, plan, out, Optional.empty());
    }

    /**
     * @param out where replay files and SMT queries go
     * @param kept proofs of earlier checks; empty: every property is proved anew, and no proof is kept
     */
    public SystemEngines(CheckTarget subject, CheckPlan plan, Path out, Optional<KeptProofs> kept) {
        this(subject, plan, out, ProverOptions.standard().writingTo(out.resolve("smt")), kept);
    }

    /**
     * @param out where replay files go
     * @param options how hard the prover tries, and where its queries go
     */
    public SystemEngines(CheckTarget subject, CheckPlan plan, Path out, ProverOptions options) {
        this(subject, plan, out, options, Optional.empty());
    }

    private SystemEngines(
            CheckTarget subject, CheckPlan plan, Path out, ProverOptions options, Optional<KeptProofs> kept) {
        this.kept = kept;
        this.subject = subject;
        this.plan = plan;
        this.out = out;
        this.options = options;
        // A setup that fails is the user's to repair, and is said before anything is shown.
        contracts = ContractDescriptions.of(subject.deploy());
    }

    @Override
    public PropertyProver prover() {
        DeployedSystem system = subject.deploy();
        PropertyProver prover = new SolverProver(system, options);
        Optional<ProofKey> key = kept.flatMap(proofs -> ProofKey.of(system));
        return key.isPresent() && options.smtFolder().isPresent()
                ? new KeepingProver(
                        prover, kept.get(), key.get(), options.smtFolder().get())
                : prover;
    }

    @Override
    public Fuzzer fuzzer() {
        FuzzPlan fuzzing = plan.fuzzing();
        return new CampaignFuzzer(
                choice -> Stream.generate(() -> subject.deploy(choice))
                        .limit(fuzzing.workers())
                        .toList(),
                ParameterChoices.of(subject.specification().parameters().values(), plan.seed()),
                CampaignOptions.of(plan.seed(), fuzzing.transactions())
                        .judging(plan.properties())
                        .judging(fuzzing.judging())
                        .inSequencesOf(fuzzing.sequenceLength())
                        .within(plan.budget())
                        .startingFrom(fuzzing.corpus().sequences()),
                fuzzing.corpus(),
                choice -> new ConcolicGoals(() -> subject.deploy(choice), plan.goalsBegin()));
    }

    @Override
    public List<CheckedContract> contracts() {
        return contracts;
    }

    @Override
    public CounterexampleConfirmer referee() {
        return new ReplayReferee(subject, plan.seed(), out);
    }
}
