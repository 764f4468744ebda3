package thymus.solver.concolic;

import java.util.List;
import thymus.evm.code.Bytecode;
import thymus.system.execution.Step;

/** What a search is to reach, and what it may use. */
public interface Goals {
    /** Whether the basic block that begins at the pc is to be reached. */
    boolean isWanted(Bytecode code, int pc);

    /** Who may send the step: names of actors, or addresses. */
    List<String> senders(Step step);

    /** Whether there is time left. */
    boolean goesOn();
}
