package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.BitField;
import thymus.solver.state.FieldLayout;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SlotReader;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Interval;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;

/** Reads a storage path of the specification from the regions and fields of a symbolic world. */
final class StorageTerms {
    private StorageTerms() {}

    /**
     * Where a path leads: the slots of a region, and the offset in bytes within them.
     *
     * @param among the number of the value among those of its type that share the slot; empty if the offset says all
     */
    record Place(Region region, int offset, List<IntTerm> keys, StorageType type, Optional<IntTerm> among) {
        Place(Region region, int offset, List<IntTerm> keys, StorageType type) {
            this(region, offset, keys, type, Optional.empty());
        }
    }

    /** The region of a path, which is independent of its keys. */
    static Region region(Terms terms, FieldLayout layout, String contract, StoragePath path) {
        return locate(
                        terms,
                        layout,
                        contract,
                        path,
                        Collections.nCopies(path.keys().size(), terms.zero))
                .region();
    }

    static IntTerm read(
            SystemModel model,
            SymbolicWorld world,
            Simplifier simplifier,
            String contract,
            StoragePath path,
            List<IntTerm> keys,
            Consumer<BoolTerm> require) {
        Optional<ArrayElements> arrays = Optional.of(new ArrayElements(world, simplifier, require));
        Place place = locate(model.terms(), world.layout(), contract, path, keys, arrays);
        if (place.type() instanceof StorageType.DynamicArray) {
            // The array's own slot holds its length.
            return world.read(new SlotLocation(place.region(), place.keys()), 0, simplifier);
        }
        if (!(place.type() instanceof StorageType.Value value)) {
            throw new UnsupportedConstructException(
                    "reading the whole of " + contract + "." + path.root().name());
        }
        if (place.among().isEmpty()) {
            return value(world, simplifier, place, value, path);
        }
        Terms terms = model.terms();
        IntTerm found = terms.zero;
        for (int i = 32 / value.bytes() - 1; i >= 0; i--) {
            Place one = new Place(place.region(), i * value.bytes(), place.keys(), value);
            IntTerm read = value(world, simplifier, one, value, path);
            found = terms.choose(simplifier.simplify(terms.equal(place.among().get(), terms.constant(i))), read, found);
        }
        return found;
    }

    private static IntTerm value(
            SymbolicWorld world, Simplifier simplifier, Place place, StorageType.Value value, StoragePath path) {
        BitField wanted = new BitField(8 * place.offset(), 8 * value.bytes());
        List<BitField> fields = world.layout().of(place.region());
        int index = fields.indexOf(wanted);
        if (index < 0) {
            throw new UnsupportedConstructException("the layout of "
                    + place.region().contract() + "." + path.root().name() + " overlaps another variable");
        }
        IntTerm raw = world.read(new SlotLocation(place.region(), place.keys()), index, simplifier);
        if (value.type() instanceof AbiType.Int) {
            Terms terms = simplifier.terms();
            IntTerm half = terms.constant(BigInteger.TWO.pow(wanted.width() - 1));
            IntTerm negative = terms.subtract(raw, terms.constant(BigInteger.TWO.pow(wanted.width())));
            return simplifier.simplify(terms.choose(terms.less(raw, half), raw, negative));
        }
        return raw;
    }

    static IntTerm sum(
            SystemModel model, SymbolicWorld world, Simplifier simplifier, Expr.MappingSum sum, List<IntTerm> keys) {
        Place place = locate(model.terms(), world.layout(), sum.contract(), sum.path(), keys);
        String name = sum.contract() + "." + sum.path().root().name();
        if (!(place.type() instanceof StorageType.Mapping map)) {
            throw new UnsupportedConstructException("the sum of " + name + ", which is no mapping");
        }
        Place element = new Place(place.region().mappingInside(), 0, place.keys(), map.value());
        for (StorageVariable member : sum.members()) {
            element = member(element, member);
        }
        if (!(element.type() instanceof StorageType.Value value) || value.type() instanceof AbiType.Int) {
            throw new UnsupportedConstructException("the sum of " + name + ", whose values are not unsigned numbers");
        }
        int index = world.layout().of(element.region()).indexOf(new BitField(8 * element.offset(), 8 * value.bytes()));
        if (index < 0) {
            throw new UnsupportedConstructException("the sum of " + name + ", whose values share a slot with others");
        }
        return world.sum(element.region(), index, place.keys(), simplifier);
    }

    /** A key outside its type selects no element, so the value does not exist. */
    static void requireKeysToFit(Terms terms, StoragePath path, List<IntTerm> keys, Consumer<BoolTerm> require) {
        StorageType type = path.root().type();
        int next = 0;
        for (StoragePath.Access access : path.accesses()) {
            switch (access) {
                case StoragePath.Access.Member m -> type = m.member().type();
                case StoragePath.Access.Length l -> {}
                case StoragePath.Access.Index i -> {
                    IntTerm key = keys.get(next++);
                    switch (type) {
                        case StorageType.Mapping m -> {
                            Interval range = SpecValues.range(m.key());
                            range.low().ifPresent(low -> require.accept(terms.lessOrEqual(terms.constant(low), key)));
                            range.high()
                                    .ifPresent(high -> require.accept(terms.lessOrEqual(key, terms.constant(high))));
                            type = m.value();
                        }
                        case StorageType.FixedArray a -> {
                            require.accept(terms.lessOrEqual(terms.zero, key));
                            require.accept(terms.less(key, terms.constant(a.length())));
                            type = a.element();
                        }
                        // The length is in the state, and is required there.
                        case StorageType.DynamicArray a -> type = a.element();
                        case StorageType.Value _, StorageType.Struct _, StorageType.ByteString _ -> {}
                    }
                }
            }
        }
    }

    static Place locate(Terms terms, FieldLayout layout, String contract, StoragePath path, List<IntTerm> keys) {
        return locate(terms, layout, contract, path, keys, Optional.empty());
    }

    /** @param arrays the elements of dynamic arrays; empty if they are refused */
    private static Place locate(
            Terms terms,
            FieldLayout layout,
            String contract,
            StoragePath path,
            List<IntTerm> keys,
            Optional<ArrayElements> arrays) {
        Place place = new Place(
                Region.plain(contract, path.root().slot()),
                path.root().offset(),
                List.of(),
                path.root().type());
        int nextKey = 0;
        for (StoragePath.Access access : path.accesses()) {
            place = switch (access) {
                case StoragePath.Access.Member m -> member(place, m.member());
                case StoragePath.Access.Length l -> place;
                case StoragePath.Access.Index i -> index(terms, layout, contract, place, keys.get(nextKey++), arrays);
            };
        }
        return place;
    }

    private static Place member(Place place, StorageVariable member) {
        return new Place(place.region().plus(member.slot()), member.offset(), place.keys(), member.type());
    }

    private static Place index(
            Terms terms,
            FieldLayout layout,
            String contract,
            Place place,
            IntTerm key,
            Optional<ArrayElements> arrays) {
        return switch (place.type()) {
            case StorageType.Mapping m -> {
                List<IntTerm> keys = new ArrayList<>(place.keys());
                keys.add(SpecValues.encode(terms, key, m.key()));
                yield new Place(place.region().mappingInside(), 0, keys, m.value());
            }
            case StorageType.FixedArray a -> element(terms, layout, contract, place, a, key);
            case StorageType.DynamicArray a ->
                arrays.orElseThrow(
                                () -> new UnsupportedConstructException("an element of a dynamic array in " + contract))
                        .element(place, a, key);
            case StorageType.Struct _, StorageType.Value _, StorageType.ByteString _ ->
                throw new UnsupportedConstructException("an index of what is no array in " + contract);
        };
    }

    /** A key outside the array selects no element, which is required elsewhere. */
    private static Place element(
            Terms terms, FieldLayout layout, String contract, Place place, StorageType.FixedArray array, IntTerm key) {
        boolean isShared = array.element() instanceof StorageType.Value v && v.bytes() <= 16;
        int bytes = isShared ? ((StorageType.Value) array.element()).bytes() : 32;
        BigInteger perSlot = BigInteger.valueOf(32 / bytes);
        Optional<BigInteger> index = Terms.constantOf(key);
        if (isShared && index.isEmpty()) {
            throw new UnsupportedConstructException(
                    "an element of an array in " + contract + " at an index that is not constant");
        }
        int offset = isShared ? index.get().mod(perSlot).intValue() * bytes : 0;
        Optional<FieldLayout.Run> run =
                layout.runAt(place.region().beginning(), place.region().displacement());
        if (run.isEmpty()) {
            // The whole array is in one slot.
            return new Place(place.region(), offset, place.keys(), array.element());
        }
        BigInteger further = index.isPresent()
                ? index.get().divide(perSlot).multiply(run.get().stride())
                : run.get().slots();
        if (!SlotReader.NEAR.contains(further)) {
            throw new UnsupportedConstructException("an element of an array in " + contract
                    + " that is so long that a slot of it may be one of a mapping as well");
        }
        List<IntTerm> keys = new ArrayList<>(place.keys());
        keys.add(isShared ? terms.constant(index.get().divide(perSlot)) : key);
        return new Place(place.region().fixedInside(run.get().stride()), offset, keys, array.element());
    }
}
