package thymus.solver.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.IntNum;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Version;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;

/** Z3 over integers. One instance belongs to one thread; {@link #interrupt} may come from any. */
public final class Z3 implements AutoCloseable {
    private final Context context = new Context(Map.of("model", "true"));
    private final Encoder encoder = new Encoder(context);
    private final int effort;
    private int queries;

    /** @param effort Z3's resource limit for one query: the same on every machine, unlike seconds */
    public Z3(int effort) {
        this.effort = effort;
    }

    /** Loads the native code, unless that was done; every use does it otherwise, and waits for it. */
    public static void load() {
        Version.getMajor();
    }

    public int queries() {
        return queries;
    }

    public SmtResult check(List<BoolTerm> assertions) {
        return check(assertions, effort);
    }

    public SmtResult check(List<BoolTerm> assertions, int resources) {
        queries++;
        Solver solver = solver(assertions, resources);
        Status status = solver.check();
        return switch (status) {
            case UNSATISFIABLE -> new SmtResult.Unsatisfiable();
            case SATISFIABLE -> new Valuation(solver.getModel());
            case UNKNOWN -> new SmtResult.Undecided(solver.getReasonUnknown());
        };
    }

    /**
     * Which of the hypotheses an unsatisfiable query needed: enough of them, not always the fewest.
     *
     * @param query contains the hypotheses
     * @return indexes into {@code hypotheses}; all of them if the solver does not say
     */
    public List<Integer> core(List<BoolTerm> hypotheses, List<BoolTerm> query) {
        Map<String, Integer> tracked = new HashMap<>();
        Solver solver = context.mkSolver();
        Params params = context.mkParams();
        params.add("rlimit", effort);
        params.add("unsat_core", true);
        solver.setParameters(params);
        Encoder.Formula formula = encoder.encode(query);
        formula.sideConditions().forEach(condition -> add(solver, condition));
        for (BoolTerm assertion : query) {
            int index = hypotheses.indexOf(assertion);
            if (index >= 0) {
                String name = "hypothesis!" + index;
                if (tracked.putIfAbsent(name, index) == null) {
                    solver.assertAndTrack(encoder.truth(assertion), context.mkBoolConst(name));
                }
            } else {
                add(solver, encoder.truth(assertion));
            }
        }
        if (solver.check() != Status.UNSATISFIABLE) {
            return List.copyOf(new TreeSet<>(tracked.values()));
        }
        TreeSet<Integer> used = new TreeSet<>();
        for (BoolExpr name : solver.getUnsatCore()) {
            used.add(tracked.get(name.toString().replace("|", "")));
        }
        return List.copyOf(used);
    }

    /** The query as an SMT-LIB 2 file, for another solver. */
    public String smtLib(List<BoolTerm> assertions) {
        return "(set-logic ALL)\n" + solver(assertions, effort) + "(check-sat)\n";
    }

    private Solver solver(List<BoolTerm> assertions, int resources) {
        Solver solver = context.mkSolver();
        Params params = context.mkParams();
        params.add("rlimit", resources);
        params.add("random_seed", 0);
        solver.setParameters(params);
        Encoder.Formula formula = encoder.encode(assertions);
        formula.sideConditions().forEach(condition -> add(solver, condition));
        formula.assertions().forEach(assertion -> add(solver, assertion));
        return solver;
    }

    @SuppressWarnings("unchecked")
    private static void add(Solver solver, BoolExpr assertion) {
        solver.add(assertion);
    }

    public void interrupt() {
        context.interrupt();
    }

    @Override
    public void close() {
        context.close();
    }

    private final class Valuation implements SmtResult.Satisfiable {
        private final Model model;

        Valuation(Model model) {
            this.model = model;
        }

        @Override
        public BigInteger value(IntTerm term) {
            IntExpr expr = encoder.integer(term);
            Expr<?> value = model.eval(expr, true);
            return value instanceof IntNum number ? number.getBigInteger() : BigInteger.ZERO;
        }

        @Override
        public boolean truth(BoolTerm term) {
            BoolExpr expr = encoder.truth(term);
            return model.eval(expr, true).isTrue();
        }
    }
}
