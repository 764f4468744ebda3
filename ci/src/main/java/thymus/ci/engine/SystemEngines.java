package thymus.ci.engine;

import java.nio.file.Path;
import java.util.List;
import thymus.ci.check.CheckPlan;
import thymus.ci.check.CounterexampleConfirmer;
import thymus.ci.check.Engines;
import thymus.ci.check.Fuzzer;
import thymus.ci.check.PropertyProver;
import thymus.ci.verdict.CheckedContract;
import thymus.fuzz.CampaignOptions;
import thymus.solver.ProverOptions;

/** Engines for one specification. Each deploys the system for itself, because a chain belongs to one thread. */
public final class SystemEngines implements Engines {
    private final CheckTarget subject;
    private final CheckPlan plan;
    private final Path out;
    private final List<CheckedContract> contracts;
    private final ProverOptions options;

    /**
     * @param out where replay files and SMT queries go
     */
    public SystemEngines(CheckTarget subject, CheckPlan plan, Path out) {
        this(subject, plan, out, ProverOptions.standard().writingTo(out.resolve("smt")));
    }

    /**
     * @param out where replay files go
     * @param options how hard the prover tries, and where its queries go
     */
    public SystemEngines(CheckTarget subject, CheckPlan plan, Path out, ProverOptions options) {
        this.subject = subject;
        this.plan = plan;
        this.out = out;
        this.options = options;
        // A setup that fails is the user's to repair, and is said before anything is shown.
        contracts = ContractDescriptions.of(subject.deploy());
    }

    @Override
    public PropertyProver prover() {
        return new SolverProver(subject.deploy(), options);
    }

    @Override
    public Fuzzer fuzzer() {
        return new CampaignFuzzer(
                subject.deploy(),
                CampaignOptions.of(plan.seed(), plan.transactions())
                        .judging(plan.properties())
                        .judging(plan.judging())
                        .inSequencesOf(plan.sequenceLength())
                        .within(plan.budget()));
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
