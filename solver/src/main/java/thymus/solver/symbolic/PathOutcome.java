package thymus.solver.symbolic;

import java.util.List;
import java.util.Optional;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;

/**
 * The end of one path.
 *
 * @param conditions the path condition beyond that of the start; the conditions of all outcomes cover every case
 * @param entered the inner calls of known code that were not undone
 * @param departures where control left contracts, unless that was undone
 * @param output the words that are certainly complete; an incomplete last word is not a value
 * @param returnsMore whether more bytes than those of {@code output} may be returned
 * @param failure present if the path fails
 * @param created the code of the new contract, if the path creates one
 * @param gas whether the gas of a transaction suffices; {@code ENOUGH} if gas was not counted
 */
public record PathOutcome(
        boolean ok,
        List<BoolTerm> conditions,
        PathFacts facts,
        SymbolicWorld world,
        SymbolicWorld transientWorld,
        List<SymbolicLog> logs,
        List<EnteredCall> entered,
        List<Departure> departures,
        List<Interruption> interruptions,
        List<IntTerm> output,
        boolean returnsMore,
        Gas gas,
        Optional<Failure> failure,
        Optional<CreatedCode> created) {
    /**
     * What a call that fails returns.
     *
     * @param size in bytes
     * @param begin the first four bytes, as the first word has them with zeros behind
     * @param argument the word behind them
     * @param invalid whether the instruction INVALID ended the call
     */
    public record Failure(IntTerm size, IntTerm begin, IntTerm argument, boolean invalid) {}

    /** The knowledge of whether the gas suffices for the path. */
    public enum Gas {
        ENOUGH,
        /** If the gas does not suffice, the path fails. */
        PERHAPS,
        /** If the gas does not suffice, a call on the path fails first, and its caller may then do anything. */
        PERHAPS_ELSEWHERE
    }

    public PathOutcome {
        conditions = List.copyOf(conditions);
        logs = List.copyOf(logs);
        entered = List.copyOf(entered);
        departures = List.copyOf(departures);
        interruptions = List.copyOf(interruptions);
        output = List.copyOf(output);
    }
}
