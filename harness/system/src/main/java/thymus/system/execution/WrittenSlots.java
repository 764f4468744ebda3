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
 * Slots that contracts write without hashing a key: the compiler has hashed it, or assembly makes up slots of its own. Nobody
 * can tell by the number whether such a slot is an element of a mapping. Keys that may have been constants are tried; what
 * they do not explain stays open, and then nobody knows the sum of the contract's mappings.
 *
 * <p>What is open depends on the sequence at hand only: what is noted after a snapshot is forgotten by its rollback.
 */
final class WrittenSlots {
    /** Slots that a compiler hands out by counting lie below. */
    private static final int COUNTED_BITS = 64;
    /** A struct or array reaches so many slots past its hash; another hash is never so near. */
    private static final int REACH_BITS = 32;
    /** Looking for keys takes about a second; code that makes up slots makes up many. */
    private static final int MOST_FUTILE = 8;

    private static final int MOST_HASHES = 4096;

    private final Preimages preimages;
    /** The search for keys, of each contract whose sums somebody asks for; during setup nobody knows which those are. */
    private final Map<Address, Search> searches = new HashMap<>();

    private final Map<Place, SlotExplanation.Found> found = new HashMap<>();
    private final List<Place> open = new ArrayList<>();
    private final Set<Place> isOpen = new HashSet<>();
    /** What the transaction at hand has hashed, keys of mappings or not. */
    private final List<Word> hashes = new ArrayList<>();

    private final Set<Place> ofSetup = new LinkedHashSet<>();
    private boolean settingUp;
    /** Searches that found nothing, of each contract. */
    private final Map<Address, Integer> futile = new HashMap<>();

    private record Place(Address account, Word slot) {}

    /** Looks for keys that explain a slot of one contract. */
    interface Search {
        SlotExplanation.Found explain(BigInteger slot);
    }

    /** @param wanted whether anybody asks for a sum */
    WrittenSlots(Preimages preimages, boolean wanted) {
        this.preimages = preimages;
        this.settingUp = wanted;
    }

    /** Setup is over: these are the contracts whose sums somebody asks for. */
    void watch(Map<Address, Search> contracts) {
        settingUp = false;
        searches.putAll(contracts);
        ofSetup.stream().filter(p -> contracts.containsKey(p.account())).forEach(this::explain);
        ofSetup.clear();
    }

    /** Another transaction. */
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

    /** A slot of the contract that is not zero and may be an element of a mapping, nobody knows of which key. */
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
