package thymus.fork.state;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;

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
    StateProvider origin();

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
     * What somebody concludes from the state, computed once and shared by all worlds where the state is listed.
     *
     * @param question what it answers; equal questions have equal answers
     */
    default <T> T concluded(Object question, Class<T> type, Supplier<T> computation) {
        return computation.get();
    }

    /** Numbers that may be keys of mappings: all that the state shows where it is listed, else none. */
    Set<BigInteger> possibleKeys();
}
