package thymus.solver.smt.z3;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import com.microsoft.z3.Z3Exception;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import thymus.solver.smt.Encoder;
import thymus.solver.smt.SmtResult;
import thymus.solver.smt.SmtSolver;
import thymus.solver.smt.SolverFailedException;
import thymus.solver.term.BoolTerm;

/**
 * Z3 over integers.
 *
 * <p>Each query has its own context. A shared context would make answers depend on the time of garbage collection. The
 * binding frees an expression when Java collects it, and Z3 reuses its number and sorts by these numbers. Models, cores
 * and resource use would then differ.
 */
final class Z3 implements SmtSolver {
    static final String NAME = "Z3";

    /**
     * The resource limit of the first attempt, which asks Z3's core alone. Z3's own choice of tactics for integers
     * takes a third of a second for nearly every query of ours before it decides anything, where the core needs a few
     * milliseconds. What the core does not decide, such as much of nonlinear arithmetic, goes to those tactics.
     */
    private static final int CORE_EFFORT = 300_000;

    private final int effort;
    /** Guards {@link #running}: a context must not be closed during an interrupt. */
    private final Object lock = new Object();

    private Optional<Context> running = Optional.empty();
    private boolean interrupted;

    /** @param effort Z3's resource limit for one query, which is the same on every machine, unlike seconds */
    Z3(int effort) {
        this.effort = effort;
    }

    @Override
    public SmtResult check(List<BoolTerm> assertions) {
        return check(assertions, effort);
    }

    @Override
    public SmtResult check(List<BoolTerm> assertions, int resources) {
        return inContext(context -> {
            Encoder.Formula<BoolExpr> formula = new Z3Encoder(context).encode(assertions);
            Params few = parameters(context, Math.min(resources, CORE_EFFORT));
            SmtResult first = decide(context.mkSimpleSolver(), formula, few);
            return first instanceof SmtResult.Undecided && !isInterrupted()
                    ? decide(context.mkSolver(), formula, parameters(context, resources))
                    : first;
        });
    }

    /** Products of unknowns have any value here: what they are takes most of the time, and seldom ends a path. */
    @Override
    public boolean contradict(List<BoolTerm> conditions, int resources) {
        return inContext(context -> {
            Params linear = parameters(context, resources);
            linear.add("arith.nl", false);
            Solver solver = context.mkSimpleSolver();
            assertAll(solver, new Z3Encoder(context).encode(conditions), linear);
            return solver.check() == Status.UNSATISFIABLE;
        });
    }

    private SmtResult decide(Solver solver, Encoder.Formula<BoolExpr> formula, Params parameters) {
        assertAll(solver, formula, parameters);
        return switch (solver.check()) {
            case UNSATISFIABLE -> new SmtResult.Unsatisfiable();
            case SATISFIABLE -> Z3Model.read(solver.getModel());
            case UNKNOWN -> undecided(solver.getReasonUnknown());
        };
    }

    private boolean isInterrupted() {
        synchronized (lock) {
            return interrupted;
        }
    }

    @Override
    public List<Integer> core(List<BoolTerm> hypotheses, List<BoolTerm> query) {
        return inContext(context -> {
            Z3Encoder encoder = new Z3Encoder(context);
            Solver solver = context.mkSolver();
            Params params = parameters(context, effort);
            params.add("unsat_core", true);
            solver.setParameters(params);
            Encoder.Formula<BoolExpr> formula = encoder.encode(query);
            formula.sideConditions().forEach(condition -> add(solver, condition));
            Map<String, Integer> tracked = new LinkedHashMap<>();
            for (BoolTerm assertion : query) {
                int index = hypotheses.indexOf(assertion);
                if (index < 0) {
                    add(solver, encoder.truth(assertion));
                } else if (tracked.putIfAbsent("hypothesis!" + index, index) == null) {
                    solver.assertAndTrack(encoder.truth(assertion), context.mkBoolConst("hypothesis!" + index));
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
        });
    }

    @Override
    public String smtLib(List<BoolTerm> assertions) {
        return inContext(context -> "(set-logic ALL)\n" + solver(context, assertions, effort) + "(check-sat)\n");
    }

    /** Z3 reports "canceled" for interrupted queries and for some that reached the limit. */
    private SmtResult undecided(String reason) {
        synchronized (lock) {
            boolean isExhausted = reason.contains("resource limit") || (reason.equals("canceled") && !interrupted);
            return new SmtResult.Undecided(reason, isExhausted);
        }
    }

    private <T> T inContext(Function<Context, T> query) {
        Context context = new Context(Map.of("model", "true"));
        synchronized (lock) {
            running = Optional.of(context);
            interrupted = false;
        }
        try {
            return query.apply(context);
        } catch (Z3Exception e) {
            throw new SolverFailedException(NAME, e);
        } finally {
            synchronized (lock) {
                running = Optional.empty();
                context.close();
            }
        }
    }

    private static Solver solver(Context context, List<BoolTerm> assertions, int resources) {
        Solver solver = context.mkSolver();
        assertAll(solver, new Z3Encoder(context).encode(assertions), parameters(context, resources));
        return solver;
    }

    private static void assertAll(Solver solver, Encoder.Formula<BoolExpr> formula, Params parameters) {
        solver.setParameters(parameters);
        formula.sideConditions().forEach(condition -> add(solver, condition));
        formula.assertions().forEach(assertion -> add(solver, assertion));
    }

    private static Params parameters(Context context, int resources) {
        Params params = context.mkParams();
        params.add("rlimit", resources);
        params.add("random_seed", 0);
        // By default Z3 handles SIGINT while it solves, and Ctrl-C would end a query instead of Thymus.
        params.add("ctrl_c", false);
        return params;
    }

    @SuppressWarnings("unchecked")
    private static void add(Solver solver, BoolExpr assertion) {
        solver.add(assertion);
    }

    @Override
    public void interrupt() {
        synchronized (lock) {
            interrupted = true;
            running.ifPresent(Context::interrupt);
        }
    }
}
