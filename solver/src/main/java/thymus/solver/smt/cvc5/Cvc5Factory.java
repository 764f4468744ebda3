package thymus.solver.smt.cvc5;

import thymus.solver.smt.SmtSolver;
import thymus.solver.smt.SolverFactory;

/** Opens cvc5. */
public final class Cvc5Factory implements SolverFactory {
    @Override
    public String id() {
        return "cvc5";
    }

    @Override
    public String name() {
        return Cvc5Native.name();
    }

    @Override
    public void load() {
        Cvc5Native.name();
    }

    @Override
    public SmtSolver open(int effort) {
        return new Cvc5(effort);
    }
}
