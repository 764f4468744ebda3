package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;

/** The state after setup: known values, or an error if a fork does not show them. */
public final class DeployedSource implements StateSource {
    private final Terms terms;
    private final FieldLayout layout;
    private final Known known;

    /** A slot that is not zero, by its keys. */
    public record Entry(List<BigInteger> keys, BigInteger word) {}

    /** The known part of the state. */
    public interface Known {
        /** The word of a plain slot. */
        BigInteger plain(Region region);

        /** Why {@link #elements} may lack mapping elements of the contract; empty if it is complete. */
        Optional<String> unlisted(String contract);

        /** The non-zero elements of a mapping. */
        List<Entry> elements(Region region);

        /** The word of one element, which is available even if elements cannot be listed. */
        BigInteger element(Region region, List<BigInteger> keys);

        /** The balance in wei. */
        BigInteger balance(BigInteger account);

        /** Whether what setup left in the region depends on the parameters of the deployment. */
        default boolean isOpen(Region region) {
            return false;
        }

        /** What setup left in the regions that depend on parameters; there is one if some region is open. */
        default Optional<SymbolicWorld> world() {
            return Optional.empty();
        }
    }

    public DeployedSource(Terms terms, FieldLayout layout, Known known) {
        this.terms = terms;
        this.layout = layout;
        this.known = known;
    }

    @Override
    public IntTerm initial(Region region, int index, List<IntTerm> keys) {
        if (known.isOpen(region)) {
            return known.world()
                    .orElseThrow()
                    .read(new SlotLocation(region, keys), index, new Simplifier(terms, PathFacts.none(terms)));
        }
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

    /** The value of the field in the word. */
    public static BigInteger cut(BigInteger word, BitField field) {
        return word.shiftRight(field.offset()).mod(BigInteger.TWO.pow(field.width()));
    }

    @Override
    public IntTerm initialSum(Region region, int index, List<IntTerm> prefix) {
        if (known.isOpen(region)) {
            return known.world().orElseThrow().sum(region, index, prefix, new Simplifier(terms, PathFacts.none(terms)));
        }
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
