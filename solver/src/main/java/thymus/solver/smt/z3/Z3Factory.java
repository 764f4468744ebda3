package thymus.solver.smt.z3;

import com.microsoft.z3.Version;
import thymus.solver.smt.MissingSolverException;
import thymus.solver.smt.SmtSolver;
import thymus.solver.smt.SolverFactory;

/** Opens Z3. */
public final class Z3Factory implements SolverFactory {
    @Override
    public String id() {
        return "z3";
    }

    @Override
    public String name() {
        load();
        return Z3.NAME + " " + Version.getMajor() + "." + Version.getMinor() + "." + Version.getBuild();
    }

    @Override
    public void load() {
        try {
            Version.getMajor();
        } catch (LinkageError e) {
            throw new MissingSolverException(e.getMessage(), e);
        }
    }

    @Override
    public SmtSolver open(int effort) {
        return new Z3(effort);
    }
}
