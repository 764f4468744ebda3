package thymus.solver.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.spec.Specification;
import thymus.spec.contract.AbiType;
import thymus.spec.tree.Expr;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * The mapping elements that a proof examines one by one: those with keys that are contracts of the system or names of
 * the file.
 */
final class NamedKeys {
    private static final int MOST = 6;

    private final List<Expr> addresses;
    private final List<Expr> bytes;
    /** Numbers that the file reads an element at. */
    private final List<Expr> numbers;
    /** A ghost variable that is one key of a type. */
    private final Optional<GhostVariable> ghost;

    private NamedKeys(List<Expr> addresses, List<Expr> bytes, List<Expr> numbers, Optional<GhostVariable> ghost) {
        this.addresses = addresses;
        this.bytes = bytes;
        this.numbers = numbers;
        this.ghost = ghost;
    }

    /** The key of a window beside those of the file. */
    NamedKeys and(GhostVariable key) {
        return new NamedKeys(addresses, bytes, numbers, Optional.of(key));
    }

    static NamedKeys of(Specification specification) {
        List<Expr> addresses = new ArrayList<>();
        for (String instance : specification.instances().keySet()) {
            addresses.add(new Expr.Account(instance, Vocabulary.NOWHERE));
        }
        Map<Object, Expr> bytes = new LinkedHashMap<>();
        specification.expressions().flatMap(Walk::all).forEach(inner -> {
            if (inner instanceof Expr.IntegerLiteral literal && literal.type() == Type.BYTES && bytes.size() < MOST) {
                bytes.putIfAbsent(literal.value(), literal);
            }
        });
        return new NamedKeys(
                List.copyOf(addresses), List.copyOf(bytes.values()), numbers(specification), Optional.empty());
    }

    private static List<Expr> numbers(Specification specification) {
        return specification
                .expressions()
                .flatMap(Walk::all)
                .filter(Expr.StorageRead.class::isInstance)
                .flatMap(read -> ((Expr.StorageRead) read).path().keys().stream())
                .filter(key -> key instanceof Expr.IntegerLiteral literal && literal.type() == Type.INTEGER)
                .map(key -> Vocabulary.number(((Expr.IntegerLiteral) key).value()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    List<Expr> of(AbiType key) {
        return Stream.concat(
                        ghost
                                .filter(g -> g.valueOf().flatMap(Variable::abi).equals(Optional.of(key)))
                                .map(Vocabulary::ghost)
                                .stream(),
                        ofFile(key).stream())
                .toList();
    }

    private List<Expr> ofFile(AbiType key) {
        return switch (key) {
            case AbiType.Address a -> addresses;
            case AbiType.FixedBytes b -> bytes;
            case AbiType.UInt _, AbiType.Int _ -> numbers;
            case AbiType.Bool _, AbiType.ByteString _, AbiType.Composite _ -> List.of();
        };
    }
}
