package thymus.solver.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.solver.property.ElementNames;
import thymus.solver.property.SystemModel;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.StoragePath.Access;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;

/**
 * Fields that belong together: the members of a struct in a mapping, the values of a contract's mappings with the same
 * type of key, and a contract's own variables.
 */
final class ElementFields {
    private static final int MOST_GROUPS = 6;
    private static final int MOST_FIELDS = 7;
    private static final int MOST_WHOLES = 3;
    /** Narrower numbers are enums. */
    private static final int LEAST_BYTES = 4;
    /** The ids of quantified variables: below those of {@link UntouchedElements}. */
    private static final int FIRST_ID = -1_000_000;

    private final SystemModel model;
    private final OpenKeys keys;
    private final List<Group> groups = new ArrayList<>();
    private int variables;

    /** A field, read at the group's key where it has one. */
    record Field(Expr read, boolean isNumber, boolean isSmall) {}

    /**
     * @param variable the key of the elements; empty for a contract's own variables
     * @param wholes the contract's own numbers, which may count or add up the elements
     */
    record Group(Optional<Variable> variable, List<Field> fields, List<Expr> wholes) {
        Stream<Field> others(Field field) {
            return fields.stream().filter(other -> other != field);
        }

        /** The key, where it is a number. */
        Optional<Expr> number() {
            return variable.filter(v -> v.type() == Type.INTEGER).map(v -> new Expr.Local(v, Vocabulary.NOWHERE));
        }
    }

    private ElementFields(SystemModel model, OpenKeys keys) {
        this.model = model;
        this.keys = keys;
    }

    /** @param keys learns at which keys the groups' elements are read */
    static ElementFields of(SystemModel model, OpenKeys keys) {
        ElementFields fields = new ElementFields(model, keys);
        model.specification()
                .instances()
                .keySet()
                .forEach(contract -> fields.visit(
                        contract,
                        model.specification().modelOf(contract).storage().orElse(List.of())));
        return fields;
    }

    List<Group> groups() {
        return groups.stream()
                .filter(group -> group.fields().size() + group.wholes().size() > 1)
                .limit(MOST_GROUPS)
                .toList();
    }

    private void visit(String contract, List<StorageVariable> storage) {
        List<Field> own = new ArrayList<>();
        storage.forEach(variable -> collect(contract, variable, List.of(), variable.type(), own));
        List<Expr> wholes = own.stream()
                .filter(Field::isNumber)
                .map(Field::read)
                .limit(MOST_WHOLES)
                .toList();
        Map<AbiType, Variable> shared = new LinkedHashMap<>();
        Map<AbiType, List<Field>> plain = new LinkedHashMap<>();
        for (StorageVariable variable : storage) {
            if (variable.type() instanceof StorageType.Mapping mapping && isOpen(mapping.key())) {
                boolean isPlain = mapping.value() instanceof StorageType.Value;
                Variable key = isPlain ? shared.computeIfAbsent(mapping.key(), this::open) : open(mapping.key());
                List<Field> fields =
                        isPlain ? plain.computeIfAbsent(mapping.key(), k -> new ArrayList<>()) : new ArrayList<>();
                Access at = new Access.Index(new Expr.Local(key, Vocabulary.NOWHERE));
                collect(contract, variable, List.of(at), mapping.value(), fields);
                if (!isPlain) {
                    add(Optional.of(key), fields, wholes);
                }
            }
        }
        plain.forEach((type, fields) -> add(Optional.of(shared.get(type)), fields, wholes));
        add(Optional.empty(), own, List.of());
    }

    private void add(Optional<Variable> key, List<Field> fields, List<Expr> wholes) {
        if (!fields.isEmpty()) {
            groups.add(new Group(key, List.copyOf(fields.subList(0, Math.min(MOST_FIELDS, fields.size()))), wholes));
        }
    }

    private static boolean isOpen(AbiType key) {
        return key instanceof AbiType.UInt
                || key instanceof AbiType.Address
                || (key instanceof AbiType.FixedBytes bytes && bytes.size() == 32);
    }

    private Variable open(AbiType key) {
        return new Variable(
                key instanceof AbiType.UInt ? "i" : "k",
                ElementNames.typeOf(key),
                FIRST_ID - variables++,
                Optional.of(key));
    }

    private void collect(
            String contract, StorageVariable root, List<Access> accesses, StorageType type, List<Field> fields) {
        switch (type) {
            case StorageType.Value value -> {
                StoragePath path = new StoragePath(root, accesses, value);
                boolean isNumber = value.type() instanceof AbiType.UInt && value.bytes() >= LEAST_BYTES;
                boolean isSmall = value.type() instanceof AbiType.UInt && value.bytes() < LEAST_BYTES;
                if (isNumber || isSmall || isFlag(value.type())) {
                    noteKeys(contract, path);
                    fields.add(new Field(
                            new Expr.StorageRead(contract, path, ElementNames.typeOf(value.type()), Vocabulary.NOWHERE),
                            isNumber,
                            isSmall));
                }
            }
            case StorageType.Struct struct -> {
                for (StorageVariable member : struct.members()) {
                    List<Access> more = new ArrayList<>(accesses);
                    more.add(new Access.Member(member));
                    collect(contract, root, more, member.type(), fields);
                }
            }
            // Elements inside elements, and values without a zero that says something.
            case StorageType.Mapping _, StorageType.FixedArray _ -> {}
            case StorageType.DynamicArray _, StorageType.ByteString _ -> {}
        }
    }

    private static boolean isFlag(AbiType type) {
        return type instanceof AbiType.Bool
                || type instanceof AbiType.Address
                || (type instanceof AbiType.FixedBytes bytes && bytes.size() == 32);
    }

    private void noteKeys(String contract, StoragePath path) {
        if (path.keys().size() == 1 && path.keys().getFirst() instanceof Expr.Local key) {
            keys.add(key.variable(), model.region(contract, path), 0);
        }
    }
}
