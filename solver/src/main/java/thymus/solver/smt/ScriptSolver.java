package thymus.solver.smt;

import java.nio.file.Path;

/** A solver that answers SMT-LIB scripts: a second opinion on the queries of a proof, from whoever is asked. */
public interface ScriptSolver {
    /** The solver's answer to a script's one {@code check-sat}. */
    enum Answer {
        /** No values satisfy the assertions: the obligation holds. */
        UNSATISFIABLE,
        /** Some values do: whatever was concluded from the query is wrong. */
        SATISFIABLE,
        /** The solver gave up within its effort. */
        UNDECIDED
    }

    /** For a reader, with the version. */
    String name();

    /**
     * @param file an SMT-LIB 2 script that declares, asserts and asks once
     * @throws UnreadableScriptException if it is not such a script, or cannot be read
     */
    Answer answer(Path file);
}
