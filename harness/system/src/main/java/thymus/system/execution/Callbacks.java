package thymus.system.execution;

import java.util.ArrayList;
import java.util.List;

/**
 * What an account of an attacker does in a transaction when others call it. The n-th call gets the n-th callback; what
 * comes later is accepted.
 *
 * @param account 0x and 40 hexadecimal digits
 */
public record Callbacks(String account, List<Callback> list) {
    public Callbacks {
        list = List.copyOf(list);
    }

    public Callbacks with(List<Callback> others) {
        return new Callbacks(account, others);
    }

    /** With another one in a place. */
    public Callbacks with(int index, Callback other) {
        List<Callback> changed = new ArrayList<>(list);
        changed.set(index, other);
        return with(changed);
    }

    /** All calls of all of them, in order. */
    public List<NestedCall> calls() {
        return list.stream().flatMap(callback -> callback.calls().stream()).toList();
    }
}
