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

    /** The accounts and slots that a caller needs. */
    record Wanted(List<Address> accounts, List<Place> slots) {
        public Wanted {
            accounts = List.copyOf(accounts);
            slots = List.copyOf(slots);
        }

        boolean isNothing() {
            return accounts.isEmpty() && slots.isEmpty();
        }
    }

    /** The block after which the chain is forked. */
    ForkPoint point();

    /** The file that holds the state; empty for a node. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** The origin for a new world. Each world needs its own, because an origin is for one thread. */
    StateProvider origin();

    /**
     * The hash of the fork's block or of an earlier one.
     *
     * @throws ForkException if it is unavailable
     */
    Word blockHash(long number);

    /**
     * The non-zero slots of an account.
     *
     * @return empty for a node, which answers for single slots only
     */
    Optional<Set<Word>> slots(Address account);

    /** Fetches the data ahead, if that saves time. The result does not depend on it. */
    default void prefetch(Wanted wanted) {}

    /** Fetches the data that a call of a contract will probably read. The result does not depend on it. */
    default void expect(Address from, Address to, byte[] data) {}

    /**
     * A conclusion from the state, computed once and shared by all worlds if the state is listed.
     *
     * @param question identifies the conclusion; equal questions have equal answers
     */
    default <T> T concluded(Object question, Class<T> type, Supplier<T> computation) {
        return computation.get();
    }

    /** Numbers that may be keys of mappings: all numbers of a listed state, otherwise none. */
    Set<BigInteger> possibleKeys();
}
