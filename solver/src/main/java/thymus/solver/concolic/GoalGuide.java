package thymus.solver.concolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.solver.symbolic.BranchGuide;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.BoolTerm;

/** Leads paths along a record, and off it into blocks that are wanted. */
final class GoalGuide implements BranchGuide {
    /**
     * The branches of all paths that have left the record. A nest of conditions has few, and a search has many nests.
     */
    private static final int MOST_FORKS = 48;

    private final RecordedBranches record;
    private final Goals goals;
    private final List<Entrance> entrances = new ArrayList<>();
    private int forks;

    /**
     * A path's entrance into a wanted block.
     *
     * @param conditions of the path until then
     */
    record Entrance(Bytecode code, int pc, List<BoolTerm> conditions) {
        /** Whether the path of the outcome is the one that entered. */
        boolean leadsTo(PathOutcome outcome) {
            return outcome.conditions().size() >= conditions.size()
                    && outcome.conditions().subList(0, conditions.size()).equals(conditions);
        }

        boolean isSameBlockAs(Entrance other) {
            return pc == other.pc && code.equals(other.code);
        }
    }

    GoalGuide(RecordedBranches record, Goals goals) {
        this.record = record;
        this.goals = goals;
    }

    @Override
    public Optional<Boolean> recorded(int number, Bytecode code, int pc) {
        return record.at(number, code, pc);
    }

    @Override
    public boolean leaves(Bytecode code, int pc) {
        return goals.isWanted(code, pc) && mayFork();
    }

    @Override
    public boolean mayFork() {
        return ++forks <= MOST_FORKS;
    }

    @Override
    public void enters(Bytecode code, int pc, List<BoolTerm> conditions) {
        if (goals.isWanted(code, pc)) {
            entrances.add(new Entrance(code, pc, List.copyOf(conditions)));
        }
    }

    List<Entrance> entrances() {
        return entrances;
    }
}
