package thymus.solver.state;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What calls by code that nobody knows may have made happen on a path, though it does not show there.
 *
 * @param emitters contracts that may have emitted events
 * @param calls that may have succeeded
 */
public record Unseen(Set<BigInteger> emitters, Set<Call> calls) {
    public static final Unseen NOTHING = new Unseen(Set.of(), Set.of());

    /** @param selector of the function; empty for calls that select none by name */
    public record Call(BigInteger contract, Optional<BigInteger> selector) {}

    public Unseen {
        emitters = Set.copyOf(emitters);
        calls = Set.copyOf(calls);
    }

    public Unseen and(Unseen other) {
        if (other.emitters.isEmpty() && other.calls.isEmpty()) {
            return this;
        }
        Set<BigInteger> allEmitters = new HashSet<>(emitters);
        allEmitters.addAll(other.emitters);
        Set<Call> allCalls = new HashSet<>(calls);
        allCalls.addAll(other.calls);
        return new Unseen(allEmitters, allCalls);
    }

    public boolean mayHaveEmitted(BigInteger contract) {
        return emitters.contains(contract);
    }

    public boolean mayHaveCalled(BigInteger contract, BigInteger selector) {
        return calls.contains(new Call(contract, Optional.of(selector)))
                || calls.contains(new Call(contract, Optional.empty()));
    }
}
