package thymus.harness.fork;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import thymus.harness.storage.SlotExplanation;
import thymus.harness.word.Word;
import thymus.harness.world.Address;
import thymus.harness.world.Origin;
import thymus.spec.contract.StorageVariable;

/** The state of a chain after one of its blocks. It never changes, and threads may share it. */
public interface ForkState {
    /** A storage slot of an account. */
    record Place(Address account, Word slot) {}

    /** What somebody needs of a state. */
    record Wanted(List<Address> accounts, List<Place> slots) {
        public Wanted {
            accounts = List.copyOf(accounts);
            slots = List.copyOf(slots);
        }

        boolean isNothing() {
            return accounts.isEmpty() && slots.isEmpty();
        }
    }

    ForkPoint point();

    /** The file that holds it; empty for a node's. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** What a world begins from; a new one for each world, because it is for one thread. */
    Origin origin();

    /** The hash of the fork's block or of an earlier one. */
    Word blockHash(long number);

    /**
     * Every slot of an account that is not zero.
     *
     * @return empty where nobody can list them: a node answers for single slots only
     */
    Optional<Set<Word>> slots(Address account);

    /** Has it ready soon, if that saves time; nothing depends on it. */
    default void prefetch(Wanted wanted) {}

    /** Has ready what a call of a contract will probably read; nothing depends on it. */
    default void expect(Address from, Address to, byte[] data) {}

    /**
     * What explains the storage of an account, searched for once and shared by all worlds.
     *
     * @param layout by which it is read
     */
    default SlotExplanation.Found explained(
            Address account, List<StorageVariable> layout, Supplier<SlotExplanation.Found> search) {
        return search.get();
    }

    /** Numbers that may be keys of mappings: all that the state shows where it is listed, else none. */
    Set<BigInteger> possibleKeys();
}
