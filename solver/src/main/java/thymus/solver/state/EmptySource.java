package thymus.solver.state;

import java.util.List;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** All zeros: transient storage at the start of a transaction (EIP-1153). */
public record EmptySource(Terms terms) implements StateSource {
    @Override
    public IntTerm initial(Region region, int field, List<IntTerm> keys) {
        return terms.zero;
    }

    @Override
    public IntTerm initialSum(Region region, int field, List<IntTerm> prefix) {
        return terms.zero;
    }

    @Override
    public IntTerm initialBalance(IntTerm account) {
        return terms.zero;
    }

    @Override
    public StateSource later(String time) {
        return new AnySource(terms, new FieldLayout(), time);
    }
}
