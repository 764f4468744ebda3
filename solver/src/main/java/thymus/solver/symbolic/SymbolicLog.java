package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/**
 * An emitted event.
 *
 * @param address of the contract, known
 * @param data in words; where the size is known, the last one is padded with zeros
 * @param size of the data, in bytes
 */
public record SymbolicLog(IntTerm address, List<IntTerm> topics, List<IntTerm> data, IntTerm size) {
    public SymbolicLog {
        topics = List.copyOf(topics);
        data = List.copyOf(data);
    }

    /** The data without a last word that is known to be cut short: no value stands there. */
    public List<IntTerm> wholeWords() {
        return Terms.constantOf(size)
                .map(bytes -> data.subList(
                        0,
                        bytes.shiftRight(5).min(BigInteger.valueOf(data.size())).intValue()))
                .orElse(data);
    }

    /** Whether the data have that word as a whole. */
    public BoolTerm has(int word, Terms terms) {
        return terms.lessOrEqual(terms.constant(32L * (word + 1)), size);
    }
}
