package thymus.system.crosscheck;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;
import thymus.fork.rpc.Hex;

/**
 * One value in the state of a chain. Values are written as in JSON-RPC: quantities without leading zeros, code as data.
 *
 * @param slot the storage slot; zero for other kinds
 */
record StateEntry(Address account, Kind kind, Word slot) implements Comparable<StateEntry> {
    enum Kind {
        NONCE,
        BALANCE,
        CODE,
        STORAGE
    }

    private static final Comparator<StateEntry> ORDER = Comparator.comparing(StateEntry::account)
            .thenComparing(StateEntry::kind)
            .thenComparing(StateEntry::slot);

    static StateEntry of(Address account, Kind kind) {
        return new StateEntry(account, kind, Word.ZERO);
    }

    static StateEntry storage(Address account, Word slot) {
        return new StateEntry(account, Kind.STORAGE, slot);
    }

    /** The default value of this kind of entry. */
    String nothing() {
        return kind == Kind.CODE ? "0x" : "0x0";
    }

    /** All entries without a default value. */
    static SortedMap<StateEntry, String> all(World world) {
        SortedMap<StateEntry, String> cells = new TreeMap<>();
        for (Address address : world.addresses()) {
            put(cells, of(address, Kind.NONCE), Hex.quantity(world.nonce(address)));
            put(cells, of(address, Kind.BALANCE), Hex.quantity(world.balance(address)));
            put(cells, of(address, Kind.CODE), Hex.data(world.code(address).toBytes()));
            world.storage(address).forEach((slot, value) -> put(cells, storage(address, slot), Hex.quantity(value)));
        }
        return cells;
    }

    private static void put(SortedMap<StateEntry, String> cells, StateEntry cell, String value) {
        if (!value.equals(cell.nothing())) {
            cells.put(cell, value);
        }
    }

    /** The values to write to get from one state to the other. */
    static SortedMap<StateEntry, String> changes(
            SortedMap<StateEntry, String> before, SortedMap<StateEntry, String> after) {
        SortedMap<StateEntry, String> changes = new TreeMap<>();
        before.keySet().forEach(cell -> changes.put(cell, cell.nothing()));
        changes.putAll(after);
        changes.entrySet()
                .removeIf(e -> e.getValue()
                        .equals(before.getOrDefault(e.getKey(), e.getKey().nothing())));
        return changes;
    }

    @Override
    public int compareTo(StateEntry other) {
        return ORDER.compare(this, other);
    }
}
