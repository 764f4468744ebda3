package thymus.system.execution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import thymus.contracts.abi.CallLayout;
import thymus.contracts.abi.EventLayout;
import thymus.contracts.abi.Selector;
import thymus.evm.primitive.Address;
import thymus.spec.tree.Trigger;

/** A trigger with everything resolved that is equal in all transactions. */
sealed interface ResolvedTrigger {
    record Call(Trigger.SuccessfulCall trigger, Address contract, CallLayout layout) implements ResolvedTrigger {}

    /** @param reason what the returned bytes begin with */
    record Tried(Trigger.TriedCall trigger, Address contract, CallLayout layout, byte[] reason)
            implements ResolvedTrigger {}

    /**
     * @param targets the contracts with the selectors of their views
     * @param reasons what the returned bytes of the failures that are meant begin with
     */
    record Called(Trigger.Called trigger, Map<Address, Set<Selector>> targets, List<byte[]> reasons)
            implements ResolvedTrigger {}

    record Entered(Trigger.Entered trigger, Address contract, Set<Selector> selectors) implements ResolvedTrigger {}

    record Departure(Address contract, Set<Selector> selectors) implements ResolvedTrigger {}

    record Inner(Trigger.InnerCall trigger, Address contract, CallLayout layout) implements ResolvedTrigger {}

    record Ether(Trigger.EtherMoved trigger, Address contract) implements ResolvedTrigger {}

    record Event(Trigger.Emitted trigger, Address contract, EventLayout layout) implements ResolvedTrigger {}
}
