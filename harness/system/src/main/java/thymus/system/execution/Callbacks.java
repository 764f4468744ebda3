package thymus.system.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an account of an attacker does in a transaction when others call it. The n-th call gets the n-th callback; what
 * comes later is accepted.
 *
 * @param account 0x and 40 hexadecimal digits
 * @param others what further accounts of attackers do in the same transaction, each named once and without others
 */
public record Callbacks(String account, List<Callback> list, List<Callbacks> others) {
    public Callbacks {
        list = List.copyOf(list);
        others = List.copyOf(others);
        long accounts = Stream.concat(Stream.of(account), others.stream().map(Callbacks::account))
                .distinct()
                .count();
        if (accounts <= others.size()
                || others.stream().anyMatch(other -> !other.others().isEmpty())) {
            throw new IllegalArgumentException("an account has one list of callbacks: " + account);
        }
    }

    /** Of one account alone. */
    public Callbacks(String account, List<Callback> list) {
        this(account, list, List.of());
    }

    public Callbacks with(List<Callback> changed) {
        return new Callbacks(account, changed, others);
    }

    /** With other accounts beside it. */
    public Callbacks beside(List<Callbacks> accounts) {
        return new Callbacks(account, list, accounts);
    }

    /** Of each account alone, its own first. */
    public List<Callbacks> each() {
        if (others.isEmpty()) {
            return List.of(this);
        }
        List<Callbacks> each = new ArrayList<>();
        each.add(beside(List.of()));
        each.addAll(others);
        return each;
    }

    /** Of the same accounts, otherwise: the reverse of {@link #each}. */
    public static Callbacks of(List<Callbacks> each) {
        return each.getFirst().beside(each.subList(1, each.size()));
    }

    /** The callbacks of all accounts, in their order. */
    public List<Callback> all() {
        return each().stream().flatMap(one -> one.list().stream()).toList();
    }

    /** With another one in a place among {@link #all}, or without the one that is there if {@code other} is empty. */
    public Callbacks with(int index, List<Callback> other) {
        List<Callbacks> changed = new ArrayList<>(each());
        int left = index;
        for (int i = 0; i < changed.size(); i++) {
            int size = changed.get(i).list().size();
            if (left < size) {
                List<Callback> list = new ArrayList<>(changed.get(i).list());
                list.remove(left);
                list.addAll(left, other);
                changed.set(i, changed.get(i).with(list));
                return of(changed);
            }
            left -= size;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** With another one in a place among {@link #all}. */
    public Callbacks with(int index, Callback other) {
        return with(index, List.of(other));
    }

    /** All calls of all of them, in order. */
    public List<NestedCall> calls() {
        return all().stream().flatMap(callback -> callback.calls().stream()).toList();
    }
}
