package thymus.fork.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;

/** All accounts of a chain, as listed in a genesis block or a dump. Immutable. */
final class Allocation implements StateProvider {
    /** @param storage the non-zero slots */
    private record Entry(Found account, Map<Word, Word> storage) {}

    private final Map<Address, Entry> entries;

    private Allocation(Map<Address, Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads an object from addresses to {@code {balance, nonce, code, storage}}, where each field is optional.
     *
     * @throws ForkFileException if a field is invalid; the message names it
     */
    static Allocation read(JsonPlace accounts) {
        Map<Address, Entry> entries = new LinkedHashMap<>();
        for (String field : accounts.fields()) {
            Address address = Quantity.address(accounts, field);
            if (entries.containsKey(address)) {
                throw accounts.error("the account " + address + " is given twice");
            }
            entries.put(address, entry(accounts.require(field).object()));
        }
        return new Allocation(entries);
    }

    private static Entry entry(JsonPlace json) {
        Found account = new Found(
                json.get("balance").map(Quantity::word).orElse(Word.ZERO),
                json.get("nonce").map(Quantity::nonce).orElse(0L),
                json.get("code").map(Quantity::code).orElse(Bytecode.EMPTY));
        return new Entry(account, json.get("storage").map(Allocation::storage).orElse(Map.of()));
    }

    private static Map<Word, Word> storage(JsonPlace json) {
        Map<Word, Word> storage = new LinkedHashMap<>();
        for (String field : json.fields()) {
            Word slot = Quantity.slot(json, field);
            if (storage.put(slot, Quantity.word(json.require(field))) != null) {
                throw json.error("the slot 0x" + slot.toBigInteger().toString(16) + " is given twice");
            }
        }
        storage.values().removeIf(Word::isZero);
        return storage;
    }

    /** The addresses in the order of the file. */
    Iterable<Address> addresses() {
        return entries.keySet();
    }

    /** The non-zero slots. */
    Map<Word, Word> storage(Address address) {
        Entry entry = entries.get(address);
        return entry == null ? Map.of() : entry.storage();
    }

    @Override
    public Optional<Found> account(Address address) {
        return Optional.ofNullable(entries.get(address)).map(Entry::account);
    }

    @Override
    public Word storage(Address address, Word slot) {
        return storage(address).getOrDefault(slot, Word.ZERO);
    }
}
