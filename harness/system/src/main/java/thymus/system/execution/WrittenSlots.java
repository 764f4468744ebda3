package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import thymus.contracts.layout.Preimages;
import thymus.contracts.layout.SlotExplanation;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The slots that contracts write without hashing a key. The compiler hashed a constant key, or assembly computed the
 * slot. The number alone does not say whether such a slot is a mapping element. Possible constant keys are tried. A
 * slot without an explanation stays open, and the sums of the contract's mappings are then unknown.
 *
 * <p>The open slots depend only on the current sequence: a rollback removes those added since its snapshot.
 */
final class WrittenSlots {
    /** Slots that the compiler assigns by counting are below 2^64. */
    private static final int COUNTED_BITS = 64;
    /** The members of a struct or array are within 2^32 slots of its hash. No other hash is that near. */
    private static final int REACH_BITS = 32;
    /** A search for keys takes about a second, and code that computes slots may write many of them. */
    private static final int MOST_FUTILE = 8;

    private static final int MOST_HASHES = 4096;

    private final Preimages preimages;
    /** The search for keys of each contract whose mappings are summed; these contracts are unknown during setup. */
    private final Map<Address, Search> searches = new HashMap<>();

    private final Map<Place, SlotExplanation.Found> found = new HashMap<>();
    private final List<Place> open = new ArrayList<>();
    private final Set<Place> isOpen = new HashSet<>();
    /** The hashes that the current transaction computed, of mapping keys or of other data. */
    private final List<Word> hashes = new ArrayList<>();

    private final Set<Place> ofSetup = new LinkedHashSet<>();
    private boolean settingUp;
    /** The number of failed searches for each contract. */
    private final Map<Address, Integer> futile = new HashMap<>();

    private record Place(Address account, Word slot) {}

    /** Searches for keys that explain a slot of one contract. */
    interface Search {
        SlotExplanation.Found explain(BigInteger slot);
    }

    /** @param wanted whether the specification sums a mapping */
    WrittenSlots(Preimages preimages, boolean wanted) {
        this.preimages = preimages;
        this.settingUp = wanted;
    }

    /** Ends setup and starts the searches for the contracts whose mappings are summed. */
    void watch(Map<Address, Search> contracts) {
        settingUp = false;
        searches.putAll(contracts);
        ofSetup.stream().filter(p -> contracts.containsKey(p.account())).forEach(this::explain);
        ofSetup.clear();
    }

    /** Begins a transaction. */
    void begin() {
        hashes.clear();
    }

    void hashed(Word hash) {
        if ((settingUp || !searches.isEmpty()) && hashes.size() < MOST_HASHES) {
            hashes.add(hash);
        }
    }

    void wrote(Address account, Word slot) {
        boolean watched = settingUp || (!searches.isEmpty() && searches.containsKey(account));
        if (watched && slot.bitLength() > COUNTED_BITS && !preimages.isElement(slot) && !isNearHash(slot)) {
            Place place = new Place(account, slot);
            if (settingUp) {
                ofSetup.add(place);
            } else if (!isOpen.contains(place)) {
                explain(place);
            }
        }
    }

    private boolean isNearHash(Word slot) {
        for (int i = hashes.size() - 1; i >= 0; i--) {
            if (isNear(slot, hashes.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(Word slot, Word hash) {
        return slot.sub(hash).bitLength() <= REACH_BITS;
    }

    private void explain(Place place) {
        SlotExplanation.Found known = found.get(place);
        if (known == null && futile.getOrDefault(place.account(), 0) < MOST_FUTILE) {
            known = searches.get(place.account()).explain(place.slot().toBigInteger());
            futile.merge(place.account(), known.open().isEmpty() ? 0 : 1, Integer::sum);
            found.put(place, known);
        }
        if (known != null && known.open().isEmpty()) {
            known.record(preimages);
        } else if (!isNearElement(place.slot()) && isOpen.add(place)) {
            open.add(place);
        }
    }

    private boolean isNearElement(Word slot) {
        return preimages.all().stream().anyMatch(e -> isNear(slot, Word.of(e.slot())));
    }

    /** A non-zero slot of the contract that may be a mapping element with an unknown key. */
    Optional<BigInteger> unexplained(Address account, Function<Word, Word> storage) {
        for (Place place : open) {
            if (place.account().equals(account) && !storage.apply(place.slot()).isZero()) {
                return Optional.of(place.slot().toBigInteger());
            }
        }
        return Optional.empty();
    }

    int snapshot() {
        return open.size();
    }

    void rollback(int snapshot) {
        while (open.size() > snapshot) {
            isOpen.remove(open.removeLast());
        }
    }
}
