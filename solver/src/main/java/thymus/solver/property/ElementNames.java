package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.solver.state.BitField;
import thymus.solver.state.Region;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.StoragePath.Access;
import thymus.spec.tree.Type;

/** The names of mapping elements in the specification: {@code coin.allowance[vault][alice]}. */
public final class ElementNames {
    private static final Span NOWHERE = new Span("state", 1, 1, 1);
    private static final int DEEPEST = 5;

    private record Place(Region region, BitField field) {}

    private record Named(String contract, StoragePath path, List<AbiType> keys) {}

    private final SystemModel model;
    private final Map<Place, Named> names = new HashMap<>();

    public ElementNames(SystemModel model) {
        this.model = model;
        for (String instance : model.specification().instances().keySet()) {
            for (StorageVariable variable :
                    model.specification().modelOf(instance).storage().orElse(List.of())) {
                visit(instance, variable, List.of(), List.of(), variable.offset(), variable.type());
            }
        }
    }

    private void visit(
            String contract,
            StorageVariable root,
            List<Access> accesses,
            List<AbiType> keys,
            int offset,
            StorageType type) {
        if (accesses.size() > DEEPEST) {
            return;
        }
        switch (type) {
            case StorageType.Struct s ->
                s.members()
                        .forEach(member -> visit(
                                contract,
                                root,
                                with(accesses, new Access.Member(member)),
                                keys,
                                member.offset(),
                                member.type()));
            case StorageType.Mapping m
            when m.key().isWord() -> {
                Access any = new Access.Index(new Expr.IntegerLiteral(BigInteger.ZERO, Type.INTEGER, NOWHERE));
                visit(contract, root, with(accesses, any), with(keys, m.key()), 0, m.value());
            }
            case StorageType.Value v
            when !keys.isEmpty() -> {
                StoragePath path = new StoragePath(root, accesses, v);
                names.put(
                        new Place(model.region(contract, path), new BitField(8 * offset, 8 * v.bytes())),
                        new Named(contract, path, keys));
            }
            case StorageType.Value _,
                    StorageType.Mapping _,
                    StorageType.FixedArray _,
                    StorageType.DynamicArray _,
                    StorageType.ByteString _ -> {}
        }
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(last);
        return List.copyOf(more);
    }

    /**
     * The element as an expression of the specification.
     *
     * @param keys the keys as hashed words
     * @return empty if no variable of the layout contains the element
     */
    public Optional<Expr.StorageRead> read(Region region, BitField field, List<BigInteger> keys) {
        Named named = names.get(new Place(region, field));
        if (named == null || named.keys().size() != keys.size()) {
            return Optional.empty();
        }
        List<Access> accesses = new ArrayList<>();
        int next = 0;
        for (Access access : named.path().accesses()) {
            accesses.add(
                    access instanceof Access.Index
                            ? new Access.Index(key(keys.get(next), named.keys().get(next++)))
                            : access);
        }
        StorageType.Value value = (StorageType.Value) named.path().target();
        return Optional.of(new Expr.StorageRead(
                named.contract(),
                new StoragePath(named.path().root(), accesses, value),
                typeOf(value.type()),
                NOWHERE));
    }

    private Expr key(BigInteger word, AbiType type) {
        return switch (type) {
            case AbiType.Address a -> account(word);
            case AbiType.FixedBytes b ->
                new Expr.IntegerLiteral(word.shiftRight(8 * (32 - b.size())), Type.BYTES, NOWHERE);
            case AbiType.Int i ->
                new Expr.IntegerLiteral(
                        word.testBit(255) ? word.subtract(BigInteger.TWO.pow(256)) : word, Type.INTEGER, NOWHERE);
            case AbiType.UInt _, AbiType.Bool _, AbiType.ByteString _, AbiType.Composite _ ->
                new Expr.IntegerLiteral(word, Type.INTEGER, NOWHERE);
        };
    }

    private Expr account(BigInteger address) {
        String name = model.contracts().nameOf(address);
        return name.startsWith("0x")
                ? new Expr.IntegerLiteral(address, Type.ADDRESS, NOWHERE)
                : new Expr.Account(name, NOWHERE);
    }

    /** The type of the value in a specification. */
    public static Type typeOf(AbiType type) {
        return switch (type) {
            case AbiType.Address a -> Type.ADDRESS;
            case AbiType.Bool b -> Type.TRUTH;
            case AbiType.FixedBytes b -> Type.BYTES;
            case AbiType.UInt _, AbiType.Int _, AbiType.ByteString _, AbiType.Composite _ -> Type.INTEGER;
        };
    }
}
