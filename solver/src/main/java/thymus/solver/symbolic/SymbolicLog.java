package thymus.solver.symbolic;

import java.util.List;
import thymus.solver.term.IntTerm;

/**
 * An emitted event.
 *
 * @param address of the contract, known
 * @param data in words, the last one padded with zeros
 * @param size of the data, in bytes
 */
public record SymbolicLog(IntTerm address, List<IntTerm> topics, List<IntTerm> data, int size) {
    public SymbolicLog {
        topics = List.copyOf(topics);
        data = List.copyOf(data);
    }

    /** The data without a last word that is cut short: no value stands there. */
    public List<IntTerm> wholeWords() {
        return data.subList(0, size / 32);
    }
}
