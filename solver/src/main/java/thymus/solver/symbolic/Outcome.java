package thymus.solver.symbolic;

import java.util.List;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.Facts;
import thymus.solver.term.IntTerm;

/**
 * One path's end.
 *
 * @param conditions what leads here, beyond what the run started with; the conditions of all outcomes of a run cover
 *     every case
 * @param output in words
 * @param gas whether the gas of a transaction is enough; where gas was not counted, it is
 */
public record Outcome(
        boolean ok,
        List<BoolTerm> conditions,
        Facts facts,
        SymbolicWorld world,
        List<SymbolicLog> logs,
        List<IntTerm> output,
        int outputSize,
        Gas gas) {
    /** What is known of the gas that the path takes. */
    public enum Gas {
        ENOUGH,
        /** Where it is too little, the path fails instead. */
        PERHAPS,
        /** Where it is too little, a call on the way fails first, and its caller may do anything then. */
        PERHAPS_ELSEWHERE
    }

    public Outcome {
        conditions = List.copyOf(conditions);
        logs = List.copyOf(logs);
        output = List.copyOf(output);
    }

    /** The output without a last word that is cut short: no value stands there. */
    public List<IntTerm> wholeWords() {
        return output.subList(0, outputSize / 32);
    }
}
