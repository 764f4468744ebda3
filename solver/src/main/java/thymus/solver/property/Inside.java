package thymus.solver.property;

import java.util.List;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.Departure;
import thymus.solver.symbolic.EnteredCall;
import thymus.solver.symbolic.PathOutcome;

/**
 * What is known of the moments within a transaction.
 *
 * @param entered calls of contracts of the system within it that were not undone, as far as they were seen
 * @param departures where control left contracts, unless that was undone
 * @param isCut whether it ends with a round of a loop, so that its outermost call has not ended
 * @param transientsBefore the transient storage that it finds
 * @param transientsAfter the transient storage that it leaves
 */
public record Inside(
        List<EnteredCall> entered,
        List<Departure> departures,
        boolean isCut,
        SymbolicWorld transientsBefore,
        SymbolicWorld transientsAfter) {
    public Inside {
        entered = List.copyOf(entered);
        departures = List.copyOf(departures);
    }

    static Inside of(PathOutcome outcome, SymbolicWorld transientsBefore) {
        return new Inside(outcome.entered(), outcome.departures(), false, transientsBefore, outcome.transientWorld());
    }

    Inside cut() {
        return new Inside(entered, departures, true, transientsBefore, transientsAfter);
    }
}
