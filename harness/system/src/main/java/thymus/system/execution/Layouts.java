package thymus.system.execution;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import thymus.contracts.abi.CallLayout;
import thymus.contracts.abi.EventLayout;
import thymus.contracts.abi.Selector;
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
    private final AccountNames accounts;
    /** Made once, because every transaction asks for triggers. */
    private final Function<Trigger, ResolvedTrigger> resolve = this::sought;

    /** @param accounts contains the contracts of triggers, whose addresses do not change */
    Layouts(AccountNames accounts) {
        this.accounts = accounts;
    }

    /** The account as a reader knows it. */
    String nameOf(Address account) {
        return accounts.text(Convert.number(account));
    }

    CallLayout of(FunctionModel function) {
        return functions.get(function, CallLayout::of);
    }

    ResolvedTrigger of(Trigger trigger) {
        return triggers.get(trigger, resolve);
    }

    private ResolvedTrigger sought(Trigger trigger) {
        return switch (trigger) {
            case Trigger.SuccessfulCall call ->
                new ResolvedTrigger.Call(call, accounts.of(call.contract()), of(call.function()));
            case Trigger.TriedCall call ->
                new ResolvedTrigger.Tried(
                        call,
                        accounts.of(call.contract()),
                        of(call.function()),
                        bytes(call.reason().map(Trigger.Reason::data).orElse("")));
            case Trigger.EtherMoved moved -> new ResolvedTrigger.Ether(moved, accounts.of(moved.contract()));
            case Trigger.Called called -> called(called);
            case Trigger.Departure left ->
                new ResolvedTrigger.Departure(
                        accounts.of(left.contract()),
                        left.functions().stream().map(Selector::of).collect(Collectors.toSet()));
            case Trigger.InnerCall call ->
                new ResolvedTrigger.Inner(call, accounts.of(call.contract()), of(call.function()));
            case Trigger.Entered entered ->
                new ResolvedTrigger.Entered(
                        entered,
                        accounts.of(entered.contract()),
                        entered.functions().stream().map(Selector::of).collect(Collectors.toSet()));
            case Trigger.Emitted emitted ->
                new ResolvedTrigger.Event(
                        emitted, accounts.of(emitted.contract()), events.get(emitted.event(), EventLayout::of));
        };
    }

    private ResolvedTrigger called(Trigger.Called called) {
        Map<Address, Set<Selector>> targets = new HashMap<>();
        for (Trigger.Called.Target target : called.targets()) {
            targets.put(
                    accounts.of(target.contract()),
                    target.views().stream().map(Selector::of).collect(Collectors.toSet()));
        }
        return new ResolvedTrigger.Called(
                called,
                targets,
                called.reasons().stream().map(reason -> bytes(reason.data())).toList());
    }

    private static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
