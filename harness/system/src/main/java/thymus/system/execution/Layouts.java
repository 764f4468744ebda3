package thymus.system.execution;

import java.util.HexFormat;
import thymus.contracts.abi.CallLayout;
import thymus.contracts.abi.EventLayout;
import thymus.evm.primitive.Address;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Trigger;

/**
 * Layouts cached by the identity of the specification's objects, which are few and long-lived. Equality of models is
 * slow.
 */
final class Layouts {
    private final IdentityTable<FunctionModel, CallLayout> functions = new IdentityTable<>();
    private final IdentityTable<EventModel, EventLayout> events = new IdentityTable<>();
    private final IdentityTable<Trigger, ResolvedTrigger> triggers = new IdentityTable<>();

    CallLayout of(FunctionModel function) {
        return functions.get(function, CallLayout::of);
    }

    /** @param accounts contains the trigger's contract, whose address does not change */
    ResolvedTrigger of(Trigger trigger, AccountNames accounts) {
        return triggers.get(trigger, t -> sought(t, accounts.of(t.contract())));
    }

    private ResolvedTrigger sought(Trigger trigger, Address contract) {
        return switch (trigger) {
            case Trigger.SuccessfulCall call -> new ResolvedTrigger.Call(call, contract, of(call.function()));
            case Trigger.TriedCall call ->
                new ResolvedTrigger.Tried(
                        call,
                        contract,
                        of(call.function()),
                        HexFormat.of()
                                .parseHex(
                                        call.reason().map(Trigger.Reason::data).orElse("")));
            case Trigger.Emitted emitted ->
                new ResolvedTrigger.Event(emitted, contract, events.get(emitted.event(), EventLayout::of));
        };
    }
}
