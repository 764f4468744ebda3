package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** The state that setup left: known values, zero where nothing was written. */
public final class DeployedSource implements StateSource {
    private final Terms terms;
    private final FieldLayout layout;
    private final Map<Region, List<Entry>> entries;
    private final Set<String> unplaced;
    private final Function<BigInteger, BigInteger> balances;

    /** A slot that is not zero. */
    public record Entry(List<BigInteger> keys, BigInteger word) {}

    /**
     * @param unplaced contracts in whose storage setup wrote what may be an element of any mapping
     * @param balances wei by address
     */
    public DeployedSource(
            Terms terms,
            FieldLayout layout,
            Map<Region, List<Entry>> entries,
            Set<String> unplaced,
            Function<BigInteger, BigInteger> balances) {
        this.terms = terms;
        this.layout = layout;
        this.entries = entries;
        this.unplaced = unplaced;
        this.balances = balances;
    }

    @Override
    public IntTerm initial(Region region, int index, List<IntTerm> keys) {
        Field field = layout.of(region).get(index);
        if (region.shape().contains("a(")) {
            throw new UnsupportedConstructException(
                    "the elements of a dynamic array of " + region.contract() + " as setup left them");
        }
        requirePlaced(region);
        IntTerm value = terms.zero;
        for (Entry entry : entries.getOrDefault(region, List.of())) {
            value = terms.choose(matches(entry, keys), terms.constant(cut(entry.word(), field)), value);
        }
        return value;
    }

    private void requirePlaced(Region region) {
        if (!region.isPlain() && unplaced.contains(region.contract())) {
            throw new UnsupportedConstructException("the mappings of " + region.contract()
                    + " as setup left them: it wrote at slots that may be elements of one, nobody knows which");
        }
    }

    private BoolTerm matches(Entry entry, List<IntTerm> keys) {
        List<BoolTerm> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            equal.add(terms.equal(keys.get(i), terms.constant(entry.keys().get(i))));
        }
        return terms.and(equal);
    }

    /** The field's number in the word. */
    public static BigInteger cut(BigInteger word, Field field) {
        return word.shiftRight(field.offset()).mod(BigInteger.TWO.pow(field.width()));
    }

    @Override
    public IntTerm initialSum(Region region, int index, List<IntTerm> prefix) {
        Field field = layout.of(region).get(index);
        requirePlaced(region);
        IntTerm total = terms.zero;
        for (Entry entry : entries.getOrDefault(region, List.of())) {
            total = terms.add(
                    total,
                    terms.choose(matches(entry, prefix), terms.constant(cut(entry.word(), field)), terms.zero));
        }
        return total;
    }

    @Override
    public IntTerm initialBalance(IntTerm account) {
        return Terms.constantOf(account)
                .map(a -> terms.constant(balances.apply(a)))
                .orElseGet(() -> terms.apply("ether", List.of(account), thymus.solver.term.Interval.unsigned(128)));
    }
}
