package thymus.solver.symbolic;

import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.solver.term.BoolTerm;

/**
 * Leads a machine along a recorded execution, and beside it where a side that was not taken is wanted (concolic
 * testing: Godefroid, Klarlund, Sen: DART, PLDI 2005). A block is named by its code and the pc where it begins.
 */
public interface BranchGuide {
    /**
     * What the execution did at a conditional jump.
     *
     * @param number of conditional jumps before it
     * @return whether it jumped; empty if the execution was not there, and the path is given up
     */
    Optional<Boolean> recorded(int number, Bytecode code, int pc);

    /** Whether a path leaves the record to enter the block. */
    boolean leaves(Bytecode code, int pc);

    /** Whether a path that has left the record may take both sides of one more branch; if not, it is given up. */
    boolean mayFork();

    /** A path that has left the record enters the block, under the conditions, which are to be copied. */
    void enters(Bytecode code, int pc, List<BoolTerm> conditions);
}
