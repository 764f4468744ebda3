package thymus.ci.engine;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import thymus.ci.check.ProofResult;
import thymus.ci.check.PropertyProver;
import thymus.fork.rpc.RpcException;
import thymus.fork.state.ForkException;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.proof.Prover;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.replay.CorpusEntry;

/** The prover on a system of its own. */
final class SolverProver implements PropertyProver {
    private final DeployedSystem system;
    private final Prover prover;

    SolverProver(DeployedSystem system, ProverOptions options) {
        this.system = system;
        prover = new Prover(system, options);
    }

    @Override
    public Optional<ProofResult> proveQuickly(Property property, BooleanSupplier stopped) {
        return guarded(() -> prover.proveAlone(property, stopped).map(this::result));
    }

    @Override
    public ProofResult prove(Property property, BooleanSupplier stopped) {
        return guarded(() -> Optional.of(result(prover.prove(property, stopped))))
                .orElseThrow();
    }

    private static Optional<ProofResult> guarded(Supplier<Optional<ProofResult>> work) {
        try {
            return work.get();
        } catch (ForkException | RpcException e) {
            return Optional.of(new ProofResult.Undecided("the fork could not be read: " + e.getMessage()));
        }
    }

    private ProofResult result(ProofOutcome outcome) {
        return switch (outcome) {
            case ProofOutcome.Proved p -> new ProofResult.Proved(p.method(), p.lemmas(), p.assumptions(), p.smtFiles());
            case ProofOutcome.ProvedToDepth p -> new ProofResult.ProvedToDepth(p.depth(), p.open(), p.assumptions());
            case ProofOutcome.Candidate c ->
                new ProofResult.Candidate(
                        c.scenario(),
                        CorpusEntry.of(c.scenario().steps(), system).lines());
            case ProofOutcome.Vacuous v -> new ProofResult.Vacuous(v.trigger(), v.assumptions());
            case ProofOutcome.Unknown u -> new ProofResult.Undecided(u.reason());
        };
    }

    @Override
    public void interrupt() {
        prover.interrupt();
    }

    @Override
    public void close() {
        prover.close();
    }
}
