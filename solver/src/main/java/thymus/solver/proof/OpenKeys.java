package thymus.solver.proof;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.solver.state.ArbitrarySource;
import thymus.solver.state.Region;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Ranges;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.tree.Variable;

/** The keys at which transactions read mappings. Lemmas about any key are instantiated at these. */
final class OpenKeys {
    private static final int MOST = 8;

    private final Terms terms;
    private final Map<Integer, Set<Open>> open = new HashMap<>();

    /** One position in the keys of a region. */
    private record Open(Region region, int index) {}

    OpenKeys(Terms terms) {
        this.terms = terms;
    }

    void add(Variable variable, Region region, int index) {
        open.computeIfAbsent(variable.id(), id -> new LinkedHashSet<>()).add(new Open(region, index));
    }

    List<IntTerm> of(Variable variable, ArbitrarySource source) {
        Set<Open> places = open.getOrDefault(variable.id(), Set.of());
        return source.elements().stream()
                .flatMap(element -> places.stream()
                        .filter(place -> element.region().equals(place.region()))
                        .map(place -> element.keys().get(place.index())))
                .flatMap(word -> key(variable.abi().orElseThrow(), word).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /**
     * The word as a value of the type. A word outside the type is the key of another element, to which the lemma does
     * not apply.
     */
    private Optional<IntTerm> key(AbiType type, IntTerm word) {
        int bits = switch (type) {
            case AbiType.Address a -> 160;
            case AbiType.UInt u -> u.bits();
            case AbiType.FixedBytes b when b.size() == 32 -> 256;
            case AbiType.Word _, AbiType.ByteString _, AbiType.Composite _ -> 0;
        };
        if (bits == 0) {
            return Optional.empty();
        }
        boolean isValue = word.range().within(Interval.unsigned(bits));
        return Optional.of(
                isValue ? word : terms.modulo(word, terms.constant(BigInteger.TWO.pow(bits)), Ranges.NATURAL));
    }
}
