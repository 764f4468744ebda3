package thymus.system.execution;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A map from long-lived objects, by identity. The first few keys are found by comparing references, which reads only
 * this table. The identity hash is in the object's header, which is often not in the CPU cache. For one thread.
 */
public final class IdentityTable<K, V> {
    private static final int NEAR = 24;

    private final Object[] keys = new Object[NEAR];
    private final Object[] values = new Object[NEAR];
    private final Map<K, V> rest = new IdentityHashMap<>();
    private int size;

    /** @param make computes the value of a new key; it must not use this table or return null */
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
