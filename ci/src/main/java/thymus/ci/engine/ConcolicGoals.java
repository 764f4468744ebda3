package thymus.ci.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import thymus.evm.code.Bytecode;
import thymus.fuzz.GoalSolver;
import thymus.solver.concolic.BranchSearch;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/** The prover's symbolic execution as what a campaign asks. It is made at the first question. */
public final class ConcolicGoals implements GoalSolver {
    private final Supplier<DeployedSystem> deploy;
    private final long begin;
    private Optional<BranchSearch> search = Optional.empty();
    private Optional<String> fault = Optional.empty();

    /**
     * @param deploy makes a system that equals those of the campaign
     * @param begin the transactions before the first question
     */
    public ConcolicGoals(Supplier<DeployedSystem> deploy, long begin) {
        this.deploy = deploy;
        this.begin = begin;
    }

    @Override
    public long begin() {
        return begin;
    }

    @Override
    public List<List<Step>> solve(List<Step> steps, int open, GoalSolver.Goals goals) {
        if (fault.isPresent()) {
            return List.of();
        }
        try {
            if (search.isEmpty()) {
                search = Optional.of(new BranchSearch(deploy.get()));
            }
            return search.get().search(steps, open, translated(goals));
        } catch (RuntimeException | StackOverflowError thrown) {
            // Without it the campaign finds less, but nothing that it finds is wrong.
            fault = Optional.of(thrown.toString());
            return List.of();
        }
    }

    @Override
    public Optional<String> fault() {
        return fault;
    }

    private static thymus.solver.concolic.Goals translated(GoalSolver.Goals goals) {
        return new thymus.solver.concolic.Goals() {
            @Override
            public boolean isWanted(Bytecode code, int pc) {
                return goals.isWanted(code, pc);
            }

            @Override
            public List<String> senders(Step step) {
                return goals.senders(step);
            }

            @Override
            public boolean goesOn() {
                return goals.goesOn();
            }
        };
    }
}
