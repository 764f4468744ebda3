package thymus.system.execution;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of long-lived objects, by the very objects. The first few are found by comparing references, which touches
 * no memory but the table's: of a specification's functions and events that is nearly always enough, and even their hash
 * codes, in their headers, are far away. For one thread.
 */
public final class IdentityTable<K, V> {
    private static final int NEAR = 24;

    private final Object[] keys = new Object[NEAR];
    private final Object[] values = new Object[NEAR];
    private final Map<K, V> rest = new IdentityHashMap<>();
    private int size;

    /** @param make of a key that is not here yet; neither uses this table nor gives null */
    @SuppressWarnings("unchecked")
    public V get(K key, Function<? super K, ? extends V> make) {
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return (V) values[i];
            }
        }
        if (size == NEAR) {
            return rest.computeIfAbsent(key, make);
        }
        V value = make.apply(key);
        keys[size] = key;
        values[size++] = value;
        return value;
    }
}
