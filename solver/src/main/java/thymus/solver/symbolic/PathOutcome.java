package thymus.solver.symbolic;

import java.util.List;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;

/**
 * One path's end.
 *
 * @param conditions what leads here, beyond what the run started with; the conditions of all outcomes of a run cover
 *     every case
 * @param output the whole words that it has for certain; no value stands in a last one that is cut short
 * @param gas whether the gas of a transaction is enough; where gas was not counted, it is
 */
public record PathOutcome(
        boolean ok,
        List<BoolTerm> conditions,
        PathFacts facts,
        SymbolicWorld world,
        SymbolicWorld transientWorld,
        List<SymbolicLog> logs,
        List<Interruption> interruptions,
        List<IntTerm> output,
        Gas gas) {
    /** What is known of the gas that the path takes. */
    public enum Gas {
        ENOUGH,
        /** Where it is too little, the path fails instead. */
        PERHAPS,
        /** Where it is too little, a call on the way fails first, and its caller may do anything then. */
        PERHAPS_ELSEWHERE
    }

    public PathOutcome {
        conditions = List.copyOf(conditions);
        logs = List.copyOf(logs);
        interruptions = List.copyOf(interruptions);
        output = List.copyOf(output);
    }
}
