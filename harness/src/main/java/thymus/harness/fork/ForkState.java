package thymus.harness.fork;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import thymus.harness.word.Word;
import thymus.harness.world.Address;
import thymus.harness.world.Origin;

/** The state of a chain after one of its blocks. It never changes, and threads may share it. */
public interface ForkState {
    ForkPoint point();

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

    /** Numbers that may be keys of mappings: all that the state shows where it is listed, else none. */
    Set<BigInteger> possibleKeys();
}
