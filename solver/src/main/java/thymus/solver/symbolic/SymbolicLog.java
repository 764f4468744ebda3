package thymus.solver.symbolic;

import java.util.List;
import thymus.solver.term.IntTerm;

/**
 * An emitted event.
 *
 * @param address of the contract, known
 * @param data in words, the last one padded with zeros
 */
public record SymbolicLog(IntTerm address, List<IntTerm> topics, List<IntTerm> data) {
    public SymbolicLog {
        topics = List.copyOf(topics);
        data = List.copyOf(data);
    }
}
