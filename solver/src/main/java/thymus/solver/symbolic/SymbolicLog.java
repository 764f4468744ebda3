package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;

/**
 * An emitted event, or the place among them of events that the path does not show: see {@link #mark}.
 *
 * @param address the contract's address, which is known
 * @param data the data in words; if the size is known, the last word is padded with zeros
 * @param size of the data, in bytes
 */
public record SymbolicLog(IntTerm address, List<IntTerm> topics, List<IntTerm> data, IntTerm size) {
    private static final String MARK = "unseen events";

    public SymbolicLog {
        topics = List.copyOf(topics);
        data = List.copyOf(data);
    }

    /**
     * The place of any events that code that is not known brings about, or the rounds of a loop. It is the event of no
     * contract, it is undone with the events around it, and no other mark equals it.
     */
    static SymbolicLog mark(Terms terms) {
        return new SymbolicLog(terms.fresh(MARK, Interval.BIT), List.of(), List.of(), terms.zero);
    }

    /** Whether this is no event but the place of events that the path does not show. */
    public boolean isMark() {
        return address instanceof IntTerm.Symbol symbol && symbol.name().startsWith(MARK);
    }

    /** The data without a last word that is known to be incomplete, because it is not a value. */
    public List<IntTerm> wholeWords() {
        return Terms.constantOf(size)
                .map(bytes -> data.subList(
                        0,
                        bytes.shiftRight(5).min(BigInteger.valueOf(data.size())).intValue()))
                .orElse(data);
    }

    /** The condition that the data contain that word completely. */
    public BoolTerm has(int word, Terms terms) {
        return terms.lessOrEqual(terms.constant(32L * (word + 1)), size);
    }
}
