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
 * Proves the properties of a deployed system, on the bytecode that stands there. The common work (execution of every
 * transaction on terms, lemmas) is done once, by the first call. One instance belongs to one thread.
 */
public final class Prover implements AutoCloseable {
    private final ProofSession session;

    /** @param system right after setup; it is read, never changed */
    public Prover(DeployedSystem system, ProverOptions options) {
        this(system, options, Solvers.standard());
    }

    /**
     * @param system right after setup; it is read, never changed
     * @param solver answers the queries
     */
    public Prover(DeployedSystem system, ProverOptions options, SolverFactory solver) {
        this.session = new ProofSession(system, options, solver);
    }

    /**
     * Gets the solver ready on a thread of its own: unpacking and linking its native code takes 0.3 s, in which the
     * caller can read a specification. If that fails, the first proof fails with the reason.
     */
    public static void prepare() {
        Thread.ofPlatform().name("thymus-solver-loading").daemon().start(() -> {
            try {
                Solvers.standard().load();
            } catch (MissingSolverException told) {
                // It is thrown again by the first use.
            }
        });
    }

    /** Which solver answers, such as {@code Z3 4.14.1}. */
    public static String solver() {
        try {
            return Solvers.standard().name();
        } catch (MissingSolverException unusable) {
            return "none: " + unusable.getMessage();
        }
    }

    /**
     * Never throws for a property or contract that is beyond the prover: that is {@link ProofOutcome.Unknown}.
     *
     * @param stopped asked between queries; once it is true the work ends, with nothing proved that was not
     */
    public ProofOutcome prove(Property property, BooleanSupplier stopped) {
        return session.prove(property, stopped);
    }

    /**
     * A quick attempt, for what needs no lemma beside itself: first verdicts come early.
     *
     * @return empty if {@link #prove} has to be asked
     */
    public Optional<ProofOutcome> proveAlone(Property property, BooleanSupplier stopped) {
        return session.proveAlone(property, stopped);
    }

    /** Ends a query that is running; may be called from any thread. */
    public void interrupt() {
        session.interrupt();
    }

    @Override
    public void close() {
        session.close();
    }
}
