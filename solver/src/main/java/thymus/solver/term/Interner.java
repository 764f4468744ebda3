package thymus.solver.term;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Interns terms by their parts and numbers them in creation order. This order is the canonical order of sums and
 * junctions, so equal calls give equal terms.
 */
final class Interner {
    private final Map<Object, Object> interned = new HashMap<>();
    private int nextId;

    int nextId() {
        return nextId++;
    }

    @SuppressWarnings("unchecked") // the first part of a key states the kind of term
    <T> T intern(Object key, IntFunction<T> make) {
        Object known = interned.get(key);
        if (known == null) {
            known = make.apply(nextId++);
            interned.put(key, known);
        }
        return (T) known;
    }

    /** Every term so far, in no particular order. */
    Collection<Object> all() {
        return interned.values();
    }

    /** A key contains the ids of terms, because their own hash would walk them. */
    static List<Object> key(String kind, Object... rest) {
        List<Object> key = new ArrayList<>(rest.length + 1);
        key.add(kind);
        for (Object part : rest) {
            key.add(part instanceof IntTerm t ? (Object) t.id() : part instanceof BoolTerm b ? (Object) b.id() : part);
        }
        return key;
    }

    static List<Integer> ids(List<IntTerm> terms) {
        return terms.stream().map(IntTerm::id).toList();
    }
}
