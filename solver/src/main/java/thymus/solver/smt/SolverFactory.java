package thymus.solver.smt;

/** A kind of solver: its name and its constructor. */
public interface SolverFactory {
    /** The id that selects the solver, such as {@code z3}. */
    String id();

    /**
     * The name and version for a reader, such as {@code Z3 4.14.1}.
     *
     * @throws MissingSolverException if its native library is missing
     */
    String name();

    /**
     * Loads the native code, unless it is loaded. Otherwise the first use loads it and waits.
     *
     * @throws MissingSolverException if its native library is missing
     */
    void load();

    /**
     * Makes a solver.
     *
     * @param effort the limit of one query, in the units of {@link SmtSolver}
     */
    SmtSolver open(int effort);
}
