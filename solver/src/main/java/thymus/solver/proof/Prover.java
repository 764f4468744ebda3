package thymus.solver.proof;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.MissingSolverException;
import thymus.solver.smt.SolverFactory;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;

/**
 * Proves properties of a deployed system from its bytecode. The first call does the common work: it executes every
 * transaction on terms and finds lemmas. One instance belongs to one thread.
 */
public final class Prover implements AutoCloseable {
    private final ProofSession session;

    /** @param system the system right after setup, which is only read */
    public Prover(DeployedSystem system, ProverOptions options) {
        this(system, options, Solvers.standard());
    }

    /**
     * @param system the system right after setup, which is only read
     * @param solver answers the queries
     */
    public Prover(DeployedSystem system, ProverOptions options, SolverFactory solver) {
        this.session = new ProofSession(system, options, solver);
    }

    /**
     * Loads the solver on a background thread. Its native code takes 0.3 s to unpack and link, while the caller can
     * read a specification. If this fails, the first proof fails with the reason.
     */
    public static void prepare() {
        Thread.ofPlatform().name("thymus-solver-loading").daemon().start(() -> {
            try {
                Solvers.standard().load();
            } catch (MissingSolverException told) {
                // The first use throws the exception again.
            }
        });
    }

    /** The solver's name and version, such as {@code Z3 4.14.1}. */
    public static String solver() {
        try {
            return Solvers.standard().name();
        } catch (MissingSolverException unusable) {
            return "none: " + unusable.getMessage();
        }
    }

    /**
     * Proves a property. A property or contract that is not supported gives {@link ProofOutcome.Unknown}, not an
     * exception.
     *
     * @param stopped is checked between queries; once it is true, the work ends and nothing further is proved
     */
    public ProofOutcome prove(Property property, BooleanSupplier stopped) {
        return session.prove(property, stopped);
    }

    /**
     * A quick attempt without lemmas, so that first verdicts come early.
     *
     * @return empty if the caller should use {@link #prove}
     */
    public Optional<ProofOutcome> proveAlone(Property property, BooleanSupplier stopped) {
        return session.proveAlone(property, stopped);
    }

    /** Ends a running query. Any thread may call it. */
    public void interrupt() {
        session.interrupt();
    }

    @Override
    public void close() {
        session.close();
    }
}
