package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.layout.Preimages;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.spec.monitor.Enumeration;

/**
 * The values that {@code forall} enumerates at run time: accounts, senders, call arguments, values of events and
 * mapping keys. A rollback removes the values added since its snapshot, so a judgement depends only on its own
 * sequence.
 */
final class SeenValues {
    private enum Kind {
        ADDRESS,
        NUMBER,
        BYTES
    }

    /** @param kind the kind of its first type: an address is not an amount */
    private record Seen(Kind kind, BigInteger value) {}

    /** @param known the number of values and keys when the domain was made */
    private record Domain(int known, List<BigInteger> values) {}

    private static final int MOST = 4096;

    private final List<Seen> list = new ArrayList<>();
    private final Set<Seen> set = new HashSet<>();
    private final Map<AbiType, Domain> domains = new HashMap<>();
    private final Preimages preimages;
    private List<BigInteger> witnesses = List.of();

    SeenValues(Preimages preimages) {
        this.preimages = preimages;
    }

    /** Adds values to the domain of each type that they fit, for good. */
    void witnesses(List<BigInteger> values) {
        witnesses = List.copyOf(values);
        domains.clear();
    }

    void address(BigInteger address) {
        add(new Seen(Kind.ADDRESS, address));
    }

    /** Adds all words of an argument, including those in structs and arrays. */
    void value(AbiType type, AbiValue value) {
        switch (value) {
            case AbiValue.Bytes ignored -> {}
            case AbiValue.Number number -> {
                if (!(type instanceof AbiType.Bool)) {
                    add(new Seen(kind(type), number.value()));
                }
            }
            case AbiValue.Sequence sequence -> {
                for (int i = 0; i < sequence.elements().size(); i++) {
                    AbiType element = type instanceof AbiType.Array array
                            ? array.element()
                            : ((AbiType.Tuple) type).components().get(i).type();
                    value(element, sequence.elements().get(i));
                }
            }
        }
    }

    void values(List<Parameter> parameters, List<AbiValue> values) {
        for (int i = 0; i < values.size(); i++) {
            value(parameters.get(i).type(), values.get(i));
        }
    }

    /** All known values of the type in the order of appearance, then the type's bounds; all values of a small type. */
    List<BigInteger> domain(AbiType type) {
        Optional<List<BigInteger>> whole = Enumeration.of(type);
        if (whole.isPresent()) {
            return whole.get();
        }
        int known = list.size() + preimages.snapshot();
        Domain domain = domains.get(type);
        if (domain == null || domain.known() != known) {
            domain = new Domain(known, collect(type));
            domains.put(type, domain);
        }
        return domain.values();
    }

    private List<BigInteger> collect(AbiType type) {
        Kind kind = kind(type);
        Set<BigInteger> values = new LinkedHashSet<>();
        values.add(BigInteger.ZERO);
        for (Seen seen : list) {
            if (seen.kind() == kind && AbiWord.fits(type, seen.value())) {
                values.add(seen.value());
            }
        }
        for (Preimages.Element element : preimages.all()) {
            if (AbiWord.isWord(type, element.key())) {
                values.add(AbiWord.fromWord(type, element.key()));
            }
        }
        witnesses.stream().filter(value -> AbiWord.fits(type, value)).forEach(values::add);
        values.addAll(Enumeration.ends(type));
        return List.copyOf(values);
    }

    private static Kind kind(AbiType type) {
        return switch (type) {
            case AbiType.Address ignored -> Kind.ADDRESS;
            case AbiType.FixedBytes ignored -> Kind.BYTES;
            case AbiType.UInt _, AbiType.Int _, AbiType.Bool _, AbiType.ByteString _, AbiType.Composite _ ->
                Kind.NUMBER;
        };
    }

    private void add(Seen seen) {
        if (list.size() < MOST && set.add(seen)) {
            list.add(seen);
        }
    }

    int snapshot() {
        return list.size();
    }

    void rollback(int snapshot) {
        domains.clear();
        while (list.size() > snapshot) {
            set.remove(list.removeLast());
        }
    }
}
