package thymus.solver.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.Specification;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.StoragePath.Access;
import thymus.spec.tree.Type;
import thymus.spec.tree.UnaryOperator;
import thymus.spec.tree.Variable;

/**
 * What mappings do not hold for the system's own contracts: no allowance of the vault, no role of the router, no share of
 * the token. A contract gives such things to others by its own code only, and so what it never gives is a lemma that much
 * else rests on: {@code forall address s: coin.allowance[vault][s] == 0}.
 */
final class UntouchedElements {
    /** Each is a claim about every transaction, and systems of many contracts have many. */
    private static final int MOST = 24;

    private static final int DEEPEST = 4;

    private final Specification specification;
    private final String contract;
    private final List<Expr> found;

    private UntouchedElements(Specification specification, String contract, List<Expr> found) {
        this.specification = specification;
        this.contract = contract;
        this.found = found;
    }

    /** Conditions to try: the most useful ones, for whatever another address may be, first. */
    static List<Expr> of(Specification specification) {
        List<Expr> found = new ArrayList<>();
        for (String contract : specification.instances().keySet()) {
            UntouchedElements elements = new UntouchedElements(specification, contract, found);
            for (StorageVariable variable : specification.modelOf(contract).storage().orElse(List.of())) {
                elements.visit(variable, List.of(), variable.type(), Optional.empty(), false);
            }
        }
        List<Expr> ordered = new ArrayList<>(found.stream().filter(Expr.ForAll.class::isInstance).toList());
        found.stream().filter(e -> !(e instanceof Expr.ForAll)).forEach(ordered::add);
        return List.copyOf(ordered.subList(0, Math.min(MOST, ordered.size())));
    }

    /**
     * @param any the key that is left open, if there is one: at most one is
     * @param held whether a key before is one of the system's contracts
     */
    private void visit(
            StorageVariable root, List<Access> accesses, StorageType type, Optional<Variable> any, boolean held) {
        if (accesses.size() > DEEPEST) {
            return;
        }
        switch (type) {
            case StorageType.Struct s -> {
                for (StorageVariable member : s.members()) {
                    visit(root, with(accesses, new Access.Member(member)), member.type(), any, held);
                }
            }
            case StorageType.Mapping m -> {
                if (m.key() instanceof AbiType.Address && !held) {
                    for (String instance : specification.instances().keySet()) {
                        Expr key = new Expr.Account(instance, Vocabulary.NOWHERE);
                        visit(root, with(accesses, new Access.Index(key)), m.value(), any, true);
                    }
                }
                boolean hasMore = m.value() instanceof StorageType.Mapping || m.value() instanceof StorageType.Struct;
                if (any.isEmpty() && m.key().isWord() && !(m.key() instanceof AbiType.Bool) && (held || hasMore)) {
                    Variable variable = open(m.key());
                    Expr key = new Expr.Local(variable, Vocabulary.NOWHERE);
                    visit(root, with(accesses, new Access.Index(key)), m.value(), Optional.of(variable), held);
                }
            }
            case StorageType.Value v when held -> propose(new StoragePath(root, accesses, v), v.type(), any);
            default -> {}
        }
    }

    private static List<Access> with(List<Access> accesses, Access last) {
        List<Access> more = new ArrayList<>(accesses);
        more.add(last);
        return more;
    }

    /**
     * One variable for each type: what is assumed of the one that a claim is about is then assumed for all lemmas. The file's
     * own variables are numbered from 0.
     */
    private static Variable open(AbiType key) {
        int id =
                switch (key) {
                    case AbiType.UInt u -> -1000 - u.bits();
                    case AbiType.Int i -> -2000 - i.bits();
                    case AbiType.FixedBytes b -> -3000 - b.size();
                    default -> -1;
                };
        return new Variable(key instanceof AbiType.Address ? "s" : "k", typeOf(key), id, Optional.of(key));
    }

    private static Type typeOf(AbiType type) {
        return switch (type) {
            case AbiType.Address a -> Type.ADDRESS;
            case AbiType.FixedBytes b -> Type.BYTES;
            case AbiType.Bool b -> Type.TRUTH;
            default -> Type.INTEGER;
        };
    }

    private void propose(StoragePath path, AbiType type, Optional<Variable> any) {
        Expr read = new Expr.StorageRead(contract, path, typeOf(type), Vocabulary.NOWHERE);
        Optional<Expr> empty =
                switch (type) {
                    case AbiType.UInt u -> Optional.of(
                            Vocabulary.binary(BinaryOperator.EQUAL, read, Vocabulary.number(BigInteger.ZERO)));
                    case AbiType.Bool b -> Optional.of(new Expr.Unary(UnaryOperator.NOT, read, Vocabulary.NOWHERE));
                    default -> Optional.empty();
                };
        empty.map(condition -> any.<Expr>map(v -> new Expr.ForAll(v, List.of(), condition, Vocabulary.NOWHERE))
                        .orElse(condition))
                .ifPresent(found::add);
    }
}
