package thymus.spec.tree;

import java.util.List;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/** A path from a state variable to a value: {@code pool.bucket[k].tokens}. */
public record StoragePath(StorageVariable root, List<Access> accesses, StorageType target) {
    public StoragePath {
        accesses = List.copyOf(accesses);
    }

    /** One access of the path. */
    public sealed interface Access {
        /** The element of a mapping, or of a fixed or dynamic array. */
        record Index(Expr key) implements Access {}

        record Member(StorageVariable member) implements Access {}

        /** The length of a dynamic array. */
        record Length() implements Access {}
    }

    /** The index expressions from left to right. */
    public List<Expr> keys() {
        return accesses.stream()
                .filter(a -> a instanceof Access.Index)
                .map(a -> ((Access.Index) a).key())
                .toList();
    }
}
