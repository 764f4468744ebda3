package thymus.solver.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunction;

/**
 * An arbitrary state, except for plain fields that no transaction changes, which have their values of the deployment.
 *
 * <p>It records the mapping elements and sums that terms mention, so that the solver gets the relations between them.
 */
public final class ArbitrarySource implements StateSource {
    private final Terms terms;
    private final FieldLayout layout;
    private final Frozen frozen;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    /** The range of the lengths of dynamic arrays: fewer than 2^64 elements. */
    public static final Interval LENGTHS = Interval.unsigned(64);

    /** The balance of an account, in wei. */
    public static final UnknownFunction ETHER = UnknownFunction.into("ether", Interval.unsigned(128));

    /**
     * A plain field or a field of all elements.
     *
     * @param field its index among the region's fields
     */
    public record Place(Region region, int field) {}

    /** The part of the storage that the unknown of that name represents. */
    public Optional<Place> placeOf(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /**
     * A mapping element that some term mentions.
     *
     * @param time empty for the state itself; otherwise a moment within a transaction after unknown code may have
     *     written
     */
    public record Element(String time, Region region, BitField field, List<IntTerm> keys, IntTerm value) {
        /** Returns whether the element is of the state itself. */
        public boolean isOfState() {
            return time.isEmpty();
        }
    }

    /** A sum over a mapping that some term mentions; the elements are those at the same time. */
    public record Sum(String time, Region region, BitField field, List<IntTerm> prefix, IntTerm value) {}

    /** The plain fields with a constant value. */
    public interface Frozen {
        /** The value; empty for a field that transactions may change. */
        Optional<BigInteger> value(Region region, BitField field);

        /** The value of an element of an array of fixed length; empty if transactions may change some element. */
        default Optional<IntTerm> element(Region region, int field, List<IntTerm> keys) {
            return Optional.empty();
        }

        /** The value of a field that transactions do not change, and that parameters of the deployment determine. */
        default Optional<IntTerm> term(Region region, BitField field) {
            return Optional.empty();
        }

        /** Returns whether arrays there stay shorter than 2^64 elements. */
        default boolean isBounded(Region region) {
            return false;
        }
    }

    public ArbitrarySource(Terms terms, FieldLayout layout, Frozen frozen) {
        this.layout = layout;
        this.terms = terms;
        this.frozen = frozen;
    }

    /** Whether arrays there stay shorter than 2^64 elements, where unknown code begins too. */
    public boolean isBounded(Region region) {
        return frozen.isBounded(region);
    }

    /** The mapping elements that terms mention. */
    public List<Element> elements() {
        return List.copyOf(elements);
    }

    /** The sums that terms mention. */
    public List<Sum> sums() {
        return List.copyOf(sums);
    }

    @Override
    public IntTerm initial(Region region, int index, List<IntTerm> keys) {
        BitField field = layout.of(region).get(index);
        if (keys.isEmpty()) {
            Optional<BigInteger> constant = frozen.value(region, field);
            if (constant.isPresent()) {
                return terms.constant(constant.get());
            }
            Optional<IntTerm> ofParameters = frozen.term(region, field);
            if (ofParameters.isPresent()) {
                return ofParameters.get();
            }
        }
        if (region.isInPlainArray()) {
            Optional<IntTerm> constant = frozen.element(region, index, keys);
            if (constant.isPresent()) {
                return constant.get();
            }
        }
        places.putIfAbsent(name(region, field) + suffix(region), new Place(region, index));
        return element("", region, field, keys);
    }

    private IntTerm element(String time, Region region, BitField field, List<IntTerm> keys) {
        String suffix = suffix(region);
        IntTerm value = terms.apply(
                UnknownFunction.into(
                        time + name(region, field) + suffix,
                        suffix.isEmpty() ? Interval.unsigned(field.width()) : LENGTHS),
                keys);
        if (!keys.isEmpty() && elements.stream().noneMatch(e -> e.value() == value)) {
            elements.add(new Element(time, region, field, keys, value));
        }
        return value;
    }

    /** Distinguishes the names of bounded lengths, because the range of an unknown never changes. */
    private String suffix(Region region) {
        return layout.isLength(region) && frozen.isBounded(region) ? ".length" : "";
    }

    @Override
    public IntTerm initialSum(Region region, int index, List<IntTerm> prefix) {
        return sum("", region, layout.of(region).get(index), prefix);
    }

    private IntTerm sum(String time, Region region, BitField field, List<IntTerm> prefix) {
        IntTerm value = terms.apply(
                UnknownFunction.into(time + "sum " + name(region, field), Interval.atLeast(BigInteger.ZERO)), prefix);
        if (sums.stream().noneMatch(s -> s.value() == value)) {
            sums.add(new Sum(time, region, field, prefix, value));
        }
        return value;
    }

    @Override
    public StateSource later(String time) {
        return new Later(this, time);
    }

    @Override
    public List<Place> plainFields() {
        return places.values().stream()
                .filter(place -> place.region().isPlain())
                .toList();
    }

    /** The values that unknown code left. */
    private record Later(ArbitrarySource source, String time) implements StateSource {
        @Override
        public IntTerm initial(Region region, int index, List<IntTerm> keys) {
            return source.element(time, region, source.layout.of(region).get(index), keys);
        }

        @Override
        public IntTerm initialSum(Region region, int index, List<IntTerm> prefix) {
            return source.sum(time, region, source.layout.of(region).get(index), prefix);
        }

        @Override
        public IntTerm initialBalance(IntTerm account) {
            throw new IllegalStateException("ether is kept apart");
        }

        @Override
        public StateSource later(String earlier) {
            return new Later(source, earlier + time);
        }
    }

    @Override
    public IntTerm initialBalance(IntTerm account) {
        return terms.apply(ETHER, List.of(account));
    }

    private static String name(Region region, BitField field) {
        return region + (field.equals(BitField.WHOLE) ? "" : "." + field.offset() + ":" + field.width());
    }
}
