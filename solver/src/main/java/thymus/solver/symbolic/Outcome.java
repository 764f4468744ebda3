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
 * @param fitsGas whether the gas of a transaction is enough for certain; true where gas was not counted
 */
public record Outcome(
        boolean ok,
        List<BoolTerm> conditions,
        Facts facts,
        SymbolicWorld world,
        List<SymbolicLog> logs,
        List<IntTerm> output,
        int outputSize,
        boolean fitsGas) {
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
