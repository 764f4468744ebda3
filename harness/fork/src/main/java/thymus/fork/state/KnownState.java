package thymus.fork.state;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** The facts known about a state so far. Safe for use by several threads. */
final class KnownState {
    private final Map<Address, Fact.OfAccount> accounts = new ConcurrentHashMap<>();
    private final Map<ForkState.Place, Word> slots = new ConcurrentHashMap<>();
    private final Map<Long, Word> blocks = new ConcurrentHashMap<>();

    void add(Fact fact) {
        switch (fact) {
            case Fact.OfAccount account -> accounts.put(account.address(), account);
            case Fact.OfSlot slot -> slots.put(slot.place(), slot.value());
            case Fact.OfBlock block -> blocks.put(block.number(), block.hash());
        }
    }

    Optional<Fact.OfAccount> account(Address address) {
        return Optional.ofNullable(accounts.get(address));
    }

    Optional<Word> slot(ForkState.Place place) {
        return Optional.ofNullable(slots.get(place));
    }

    Optional<Word> block(long number) {
        return Optional.ofNullable(blocks.get(number));
    }

    Iterable<ForkState.Place> places() {
        return slots.keySet();
    }

    /** The wanted accounts and slots that are not known. */
    ForkState.Wanted missing(ForkState.Wanted wanted) {
        return new ForkState.Wanted(
                wanted.accounts().stream()
                        .distinct()
                        .filter(a -> !accounts.containsKey(a))
                        .toList(),
                wanted.slots().stream()
                        .distinct()
                        .filter(p -> !slots.containsKey(p))
                        .toList());
    }
}
