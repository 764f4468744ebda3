package thymus.solver.smt;

import java.nio.file.Path;

/** A solver for SMT-LIB scripts, which gives a second opinion on the queries of a proof. */
public interface ScriptSolver {
    /** The answer to the one {@code check-sat} of a script. */
    enum Answer {
        /** No values satisfy the assertions, so the proof obligation holds. */
        UNSATISFIABLE,
        /** Some values satisfy the assertions, so a conclusion from the query is wrong. */
        SATISFIABLE,
        /** The solver gave up within its effort. */
        UNDECIDED
    }

    /** The solver's name and version, for a reader. */
    String name();

    /**
     * Solves a script.
     *
     * @param file an SMT-LIB 2 script with declarations, assertions and one check
     * @throws UnreadableScriptException if it is not such a script, or cannot be read
     */
    Answer answer(Path file);
}
