package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.solver.property.ElementNames;
import thymus.solver.property.SystemModel;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.StoragePath.Access;
import thymus.spec.tree.UnaryOperator;
import thymus.spec.tree.Variable;

/**
 * Lemma candidates that mapping elements of the system's own contracts are zero: the vault has no allowance, the router
 * no role. A contract gets such things only by its own code, and many proofs need the lemma that it does not:
 * {@code forall address s: coin.allowance[vault][s] == 0}.
 */
final class UntouchedElements {
    /** Each candidate is checked in every transaction, and systems with many contracts have many candidates. */
    private static final int MOST = 24;

    private static final int DEEPEST = 4;

    private final SystemModel model;
    private final List<Expr> found = new ArrayList<>();
    private final OpenKeys keys;
    private int variables;

    private UntouchedElements(SystemModel model, OpenKeys keys) {
        this.model = model;
        this.keys = keys;
    }

    /** @param keys learns at which keys the candidates' elements are read */
    static UntouchedElements of(SystemModel model, OpenKeys keys) {
        UntouchedElements elements = new UntouchedElements(model, keys);
        for (String contract : model.specification().instances().keySet()) {
            for (StorageVariable variable :
                    model.specification().modelOf(contract).storage().orElse(List.of())) {
                elements.visit(contract, variable, List.of(), variable.type(), Optional.empty(), false);
            }
        }
        return elements;
    }

    /** The candidates, strongest first: those about any key. */
    List<Expr> conditions() {
        List<Expr> ordered = new ArrayList<>(
                found.stream().filter(Expr.ForAll.class::isInstance).toList());
        found.stream().filter(e -> !(e instanceof Expr.ForAll)).forEach(ordered::add);
        return List.copyOf(ordered.subList(0, Math.min(MOST, ordered.size())));
    }

    /**
     * @param any the variable for the open key; at most one key is open
     * @param held whether an earlier key is a contract of the system
     */
    private void visit(
            String contract,
            StorageVariable root,
            List<Access> accesses,
            StorageType type,
            Optional<Variable> any,
            boolean held) {
        if (accesses.size() > DEEPEST) {
            return;
        }
        switch (type) {
            case StorageType.Struct s -> {
                for (StorageVariable member : s.members()) {
                    visit(contract, root, with(accesses, new Access.Member(member)), member.type(), any, held);
                }
            }
            case StorageType.Mapping m -> {
                if (m.key() instanceof AbiType.Address && !held) {
                    for (String instance : model.specification().instances().keySet()) {
                        Expr key = new Expr.Account(instance, Vocabulary.NOWHERE);
                        visit(contract, root, with(accesses, new Access.Index(key)), m.value(), any, true);
                    }
                }
                boolean hasMore = m.value() instanceof StorageType.Mapping || m.value() instanceof StorageType.Struct;
                if (any.isEmpty() && m.key().isWord() && !(m.key() instanceof AbiType.Bool) && (held || hasMore)) {
                    Variable variable = open(m.key());
                    Expr key = new Expr.Local(variable, Vocabulary.NOWHERE);
                    visit(
                            contract,
                            root,
                            with(accesses, new Access.Index(key)),
                            m.value(),
                            Optional.of(variable),
                            held);
                }
            }
            case StorageType.Value v when held -> propose(contract, new StoragePath(root, accesses, v), v.type(), any);
            // The prover has no candidates for these types.
            case StorageType.Value _, StorageType.FixedArray _ -> {}
            case StorageType.DynamicArray _, StorageType.ByteString _ -> {}
        }
    }

    private static List<Access> with(List<Access> accesses, Access last) {
        List<Access> more = new ArrayList<>(accesses);
        more.add(last);
        return more;
    }

    /** A new variable with a negative id, because the file's own variables have ids from 0. */
    private Variable open(AbiType key) {
        return new Variable(
                key instanceof AbiType.Address ? "s" : "k",
                ElementNames.typeOf(key),
                -1 - variables++,
                Optional.of(key));
    }

    private void propose(String contract, StoragePath path, AbiType type, Optional<Variable> any) {
        any.ifPresent(variable -> keys.add(variable, model.region(contract, path), indexOf(variable, path)));
        Expr read = new Expr.StorageRead(contract, path, ElementNames.typeOf(type), Vocabulary.NOWHERE);
        Optional<Expr> empty = switch (type) {
            case AbiType.UInt u ->
                Optional.of(Vocabulary.binary(BinaryOperator.EQUAL, read, Vocabulary.number(BigInteger.ZERO)));
            case AbiType.Bool b -> Optional.of(new Expr.Unary(UnaryOperator.NOT, read, Vocabulary.NOWHERE));
            case AbiType.Int _, AbiType.Address _, AbiType.FixedBytes _ -> Optional.empty();
            case AbiType.ByteString _, AbiType.Composite _ -> Optional.empty();
        };
        empty.map(condition -> any.<Expr>map(v -> new Expr.ForAll(v, List.of(), condition, Vocabulary.NOWHERE))
                        .orElse(condition))
                .ifPresent(found::add);
    }

    private static int indexOf(Variable variable, StoragePath path) {
        return path.keys().indexOf(new Expr.Local(variable, Vocabulary.NOWHERE));
    }
}
