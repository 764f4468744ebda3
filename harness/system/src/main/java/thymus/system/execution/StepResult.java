package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.Transition;
import thymus.spec.tree.Trigger;

/**
 * An executed step. Its scopes are readable until the system executes the next one or rolls back beyond it.
 *
 * @param before the chain's snapshot from before the step
 */
public record StepResult(
        Step step,
        Address sender,
        Address target,
        Receipt receipt,
        ConcreteScope after,
        int before,
        TriggerMatcher matcher,
        RevertReasons reasons)
        implements Transition<BigInteger, Boolean> {
    /** Why it failed; empty if it did not. */
    public Optional<String> failure() {
        return receipt.ok() ? Optional.empty() : Optional.of(reasons.of(receipt));
    }

    /** Whether the call was made at all: a contract with too little ether cannot. */
    public boolean isMade() {
        return receipt.ok() || !receipt.haltReason().equals(Optional.of(LocalChain.TOO_LITTLE_ETHER));
    }

    @Override
    public List<Scope<BigInteger, Boolean>> matches(Trigger trigger) {
        return receipt.ok() ? matcher.matches(trigger, after) : List.of();
    }
}
