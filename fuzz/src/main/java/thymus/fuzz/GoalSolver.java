package thymus.fuzz;

import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.system.execution.Step;

/**
 * Finds sequences that reach code which a campaign has not, by other means than chance. Equal questions get equal
 * answers. Called on the campaign's thread.
 */
public interface GoalSolver {
    /** Finds nothing. */
    GoalSolver NONE = (steps, open, goals) -> List.of();

    /** What is to be reached, and what may be used. */
    interface Goals {
        /** Whether the basic block that begins at the pc is to be reached. */
        boolean isWanted(Bytecode code, int pc);

        /** Who may send the step. */
        List<String> senders(Step step);

        /** Whether there is time left. */
        boolean goesOn();
    }

    /**
     * Sequences that should reach wanted blocks; the campaign runs them to see.
     *
     * @param steps a known sequence
     * @param open the number of steps at its end that may get other arguments
     */
    List<List<Step>> solve(List<Step> steps, int open, Goals goals);

    /** The transactions of a campaign before its first question. What chance finds at once needs none. */
    default long begin() {
        return 3_000;
    }

    /** Why it finds nothing any more, if a fault of its own ended it. */
    default Optional<String> fault() {
        return Optional.empty();
    }
}
