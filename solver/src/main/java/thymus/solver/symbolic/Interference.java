package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import thymus.solver.state.Unseen;

/**
 * What code that nobody knows may change while it runs, by entering the system any number of times.
 *
 * @param payers contracts that may send ether
 */
public record Interference(Written storage, Written transients, Set<BigInteger> payers, Unseen unseen) {
    public static final Interference NONE =
            new Interference(Written.NOTHING, Written.NOTHING, Set.of(), Unseen.NOTHING);

    public Interference {
        payers = Set.copyOf(payers);
    }

    /** What both allow: each of them is all that may happen. */
    public Interference meet(Interference other) {
        Set<BigInteger> both = new HashSet<>(payers);
        both.retainAll(other.payers);
        return new Interference(
                storage.meet(other.storage), transients.meet(other.transients), both, unseen.meet(other.unseen));
    }

    /** Whether anything may differ that properties speak of, but for ether that a contract is given. */
    boolean changesSettled() {
        return !storage.equals(Written.NOTHING) || !payers.isEmpty();
    }

    /**
     * With so little gas that no slot can be written (EIP-2200 asks for more than 2,300) and no ether be sent. Transient
     * storage and events are cheaper.
     */
    Interference withLittleGas() {
        return new Interference(Written.NOTHING, transients, Set.of(), unseen);
    }
}
