package thymus.solver.smt;

/** A kind of solver: what it is called, and how one is opened. */
public interface SolverFactory {
    /** By which it is chosen, such as {@code z3}. */
    String id();

    /**
     * For a reader, with the version, such as {@code Z3 4.14.1}.
     *
     * @throws MissingSolverException if its native library is not there
     */
    String name();

    /**
     * Loads the native code, unless that was done. Every use does it otherwise, and waits for it.
     *
     * @throws MissingSolverException if its native library is not there
     */
    void load();

    /** @param effort how much one query may cost, in the units of {@link SmtSolver} */
    SmtSolver open(int effort);
}
