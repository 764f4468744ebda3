package thymus.solver.state;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The effects that calls to unknown code may have had on a path.
 *
 * @param emitters contracts that may have emitted events
 * @param calls that may have succeeded
 */
public record Unseen(Set<BigInteger> emitters, Set<Call> calls) {
    public static final Unseen NOTHING = new Unseen(Set.of(), Set.of());

    /**
     * A call of a function.
     *
     * @param selector of the function; empty if it may be any function
     */
    public record Call(BigInteger contract, Optional<BigInteger> selector) {}

    public Unseen {
        emitters = Set.copyOf(emitters);
        calls = Set.copyOf(calls);
    }

    /** The effects that either allows. */
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

    /** The effects that both allow. */
    public Unseen meet(Unseen other) {
        Set<BigInteger> bothEmitters = new HashSet<>(emitters);
        bothEmitters.retainAll(other.emitters);
        Set<Call> bothCalls = new HashSet<>();
        calls.stream().filter(other::allows).forEach(bothCalls::add);
        other.calls.stream().filter(this::allows).forEach(bothCalls::add);
        return new Unseen(bothEmitters, bothCalls);
    }

    private boolean allows(Call call) {
        return calls.contains(call) || calls.contains(new Call(call.contract(), Optional.empty()));
    }

    public boolean mayHaveEmitted(BigInteger contract) {
        return emitters.contains(contract);
    }

    public boolean mayHaveCalled(BigInteger contract, BigInteger selector) {
        return allows(new Call(contract, Optional.of(selector)));
    }
}
