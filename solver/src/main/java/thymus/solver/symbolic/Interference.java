package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import thymus.solver.state.Unseen;

/**
 * The possible changes by unknown code that enters the system any number of times.
 *
 * @param told the part of the storage that events alone change: the books of relays
 * @param payers contracts that may send ether
 */
public record Interference(Written storage, Written told, Written transients, Set<BigInteger> payers, Unseen unseen) {
    public static final Interference NONE =
            new Interference(Written.NOTHING, Written.NOTHING, Written.NOTHING, Set.of(), Unseen.NOTHING);

    public Interference {
        payers = Set.copyOf(payers);
    }

    /** The changes that both allow. Each of the two is an upper bound. */
    public Interference meet(Interference other) {
        Set<BigInteger> both = new HashSet<>(payers);
        both.retainAll(other.payers);
        return new Interference(
                storage.meet(other.storage),
                told.meet(other.told),
                transients.meet(other.transients),
                both,
                unseen.meet(other.unseen));
    }

    /** Returns whether unknown code may change anything that properties read, except by giving ether to a contract. */
    boolean changesSettled() {
        return !storage.equals(Written.NOTHING) || !payers.isEmpty();
    }

    /**
     * The changes possible with the gas of a stipend. It allows no write to storage (EIP-2200 requires more than 2,300)
     * and no transfer of ether, but transient storage and events, which relays enter in their books.
     */
    Interference withLittleGas() {
        return new Interference(told, told, transients, Set.of(), unseen);
    }
}
