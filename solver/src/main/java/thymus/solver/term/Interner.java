package thymus.solver.term;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Holds each term once, under what it is made of, and numbers terms in the order in which they are made. That order is the
 * canonical one of sums and junctions, so the same calls give the same terms.
 */
final class Interner {
    private final Map<Object, Object> interned = new HashMap<>();
    private int nextId;

    int nextId() {
        return nextId++;
    }

    @SuppressWarnings("unchecked") // a key's first part says which kind of term it stands for
    <T> T intern(Object key, IntFunction<T> make) {
        Object known = interned.get(key);
        if (known == null) {
            known = make.apply(nextId++);
            interned.put(key, known);
        }
        return (T) known;
    }

    /** Every term so far, in the order of no table. */
    Collection<Object> all() {
        return interned.values();
    }

    /** Terms count by their ids: their own hash would walk them. */
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
