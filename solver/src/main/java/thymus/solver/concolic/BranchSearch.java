package thymus.solver.concolic;

import java.util.ArrayList;
import java.util.List;
import thymus.evm.HarnessException;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Tracer;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.SmtSolver;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Searches around known sequences of one system for sequences that enter wanted blocks. The same calls get the same
 * answers on every machine. For one thread.
 */
public final class BranchSearch {
    /** In resource units; a path has few conditions once those that concern it are picked. */
    private static final int EFFORT = 1_000_000;

    private final DeployedSystem system;
    private final int afterSetup;
    private final SmtSolver solver = Solvers.standard().open(EFFORT);

    /** @param system after setup, which nobody else uses meanwhile */
    public BranchSearch(DeployedSystem system) {
        this.system = system;
        afterSetup = system.snapshot();
    }

    /**
     * Sequences that should enter wanted blocks, from the known one.
     *
     * @param open the number of steps at its end whose arguments, senders and times may change
     */
    public List<List<Step>> search(List<Step> steps, int open, Goals goals) {
        int first = steps.size();
        while (first > Math.max(0, steps.size() - open) && isPlain(steps.get(first - 1))) {
            first--;
        }
        system.rollback(afterSetup);
        try {
            for (Step step : steps.subList(0, first)) {
                system.execute(step);
            }
            int mark = system.snapshot();
            List<RecordedStep> recorded = record(steps.subList(first, steps.size()));
            system.rollback(mark);
            return new ConcolicRun(system, solver, steps.subList(0, first), goals).follow(recorded);
        } catch (HarnessException | UnsupportedConstructException | ConcolicRun.ExhaustedException notFollowed) {
            return List.of();
        }
    }

    private static boolean isPlain(Step step) {
        return step.entry() == Entry.DIRECT
                && step.callbacks().isEmpty()
                && step.call() instanceof StepCall.FunctionCall;
    }

    private List<RecordedStep> record(List<Step> steps) {
        List<RecordedStep> recorded = new ArrayList<>();
        try {
            for (Step step : steps) {
                RecordedBranches branches = new RecordedBranches();
                system.watch(branches, Coverage.NONE);
                boolean ok = system.execute(step).receipt().ok();
                recorded.add(new RecordedStep(step, ok, branches));
            }
        } finally {
            system.watch(Tracer.NONE, Coverage.NONE);
        }
        return recorded;
    }
}
