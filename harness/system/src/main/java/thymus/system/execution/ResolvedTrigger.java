package thymus.system.execution;

import thymus.contracts.abi.CallLayout;
import thymus.contracts.abi.EventLayout;
import thymus.evm.primitive.Address;
import thymus.spec.tree.Trigger;

/** A trigger with everything resolved that is equal in all transactions. */
sealed interface ResolvedTrigger {
    record Call(Trigger.SuccessfulCall trigger, Address contract, CallLayout layout) implements ResolvedTrigger {}

    /** @param reason what the returned bytes begin with */
    record Tried(Trigger.TriedCall trigger, Address contract, CallLayout layout, byte[] reason)
            implements ResolvedTrigger {}

    record Event(Trigger.Emitted trigger, Address contract, EventLayout layout) implements ResolvedTrigger {}
}
