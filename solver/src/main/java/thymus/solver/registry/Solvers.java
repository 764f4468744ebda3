package thymus.solver.registry;

import java.util.List;
import java.util.Optional;
import thymus.solver.smt.ScriptSolver;
import thymus.solver.smt.SolverFactory;
import thymus.solver.smt.cvc5.Cvc5Factory;
import thymus.solver.smt.cvc5.Cvc5Scripts;
import thymus.solver.smt.z3.Z3Factory;

/** The solvers that are built in. A new one is a package beside theirs, and a line here. */
public final class Solvers {
    private static final List<SolverFactory> ALL = List.of(new Z3Factory(), new Cvc5Factory());

    /** The default effort of the second opinion on one script, in its own resource units. */
    public static final long SCRIPT_EFFORT = Cvc5Scripts.USUAL_EFFORT;

    private Solvers() {}

    public static List<SolverFactory> all() {
        return ALL;
    }

    /** The one that proofs are made with, unless another is named. */
    public static SolverFactory standard() {
        return ALL.getFirst();
    }

    public static Optional<SolverFactory> named(String id) {
        return ALL.stream().filter(factory -> factory.id().equals(id)).findFirst();
    }

    /**
     * The solver that is asked about the kept queries of proofs. It shares no code with the standard one.
     *
     * @param effort for one script, in its own resource units
     */
    public static ScriptSolver secondOpinion(long effort) {
        return new Cvc5Scripts(effort);
    }
}
