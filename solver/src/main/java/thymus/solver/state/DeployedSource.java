package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/** The state that setup left: known values, and refusals where a fork does not tell them. */
public final class DeployedSource implements StateSource {
    private final Terms terms;
    private final FieldLayout layout;
    private final Known known;

    /** A slot that is not zero. */
    public record Entry(List<BigInteger> keys, BigInteger word) {}

    /** What is known of the state. */
    public interface Known {
        /** The word of a plain slot. */
        BigInteger plain(Region region);

        /** Why elements of mappings of the contract may be missing from {@link #elements}; empty if none is. */
        Optional<String> unlisted(String contract);

        /** The elements of a mapping that are not zero. */
        List<Entry> elements(Region region);

        /** The word of one element, also where they cannot be listed. */
        BigInteger element(Region region, List<BigInteger> keys);

        /** In wei. */
        BigInteger balance(BigInteger account);
    }

    public DeployedSource(Terms terms, FieldLayout layout, Known known) {
        this.terms = terms;
        this.layout = layout;
        this.known = known;
    }

    @Override
    public IntTerm initial(Region region, int index, List<IntTerm> keys) {
        BitField field = layout.of(region).get(index);
        if (region.isPlain()) {
            return terms.constant(cut(known.plain(region), field));
        }
        Optional<String> unlisted = known.unlisted(region.contract());
        if (unlisted.isPresent()) {
            List<BigInteger> constants =
                    keys.stream().flatMap(key -> Terms.constantOf(key).stream()).toList();
            if (constants.size() < keys.size() || region.shape().contains("a(")) {
                throw unlisted(region, unlisted.get());
            }
            return terms.constant(cut(known.element(region, constants), field));
        }
        IntTerm value = terms.zero;
        for (Entry entry : known.elements(region)) {
            value = terms.choose(matches(entry, keys), terms.constant(cut(entry.word(), field)), value);
        }
        return value;
    }

    private static UnsupportedConstructException unlisted(Region region, String reason) {
        return new UnsupportedConstructException(
                "what a mapping of " + region.contract() + " holds when the system begins: " + reason);
    }

    private BoolTerm matches(Entry entry, List<IntTerm> keys) {
        List<BoolTerm> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            equal.add(terms.equal(keys.get(i), terms.constant(entry.keys().get(i))));
        }
        return terms.and(equal);
    }

    /** The field's number in the word. */
    public static BigInteger cut(BigInteger word, BitField field) {
        return word.shiftRight(field.offset()).mod(BigInteger.TWO.pow(field.width()));
    }

    @Override
    public IntTerm initialSum(Region region, int index, List<IntTerm> prefix) {
        BitField field = layout.of(region).get(index);
        known.unlisted(region.contract()).ifPresent(reason -> {
            throw unlisted(region, reason);
        });
        IntTerm total = terms.zero;
        for (Entry entry : known.elements(region)) {
            total = terms.add(
                    total, terms.choose(matches(entry, prefix), terms.constant(cut(entry.word(), field)), terms.zero));
        }
        return total;
    }

    @Override
    public IntTerm initialBalance(IntTerm account) {
        return Terms.constantOf(account)
                .map(a -> terms.constant(known.balance(a)))
                .orElseGet(() -> terms.apply(ArbitrarySource.ETHER, List.of(account)));
    }

    @Override
    public StateSource later(String time) {
        return new AnySource(terms, layout, time);
    }
}
