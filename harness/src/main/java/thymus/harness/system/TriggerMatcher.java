package thymus.harness.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.harness.abi.AbiException;
import thymus.harness.abi.AbiValue;
import thymus.harness.abi.AbiWord;
import thymus.harness.abi.CallLayout;
import thymus.harness.abi.EventLayout;
import thymus.harness.abi.Selector;
import thymus.harness.evm.Log;
import thymus.harness.evm.Receipt;
import thymus.harness.word.WordBytes;
import thymus.harness.world.Address;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.tree.Trigger;

/** Finds what triggers look for in one successful transaction. */
final class TriggerMatcher {
    private final Accounts accounts;
    private final Layouts layouts;
    private final Address target;
    private final byte[] data;
    private final Receipt receipt;
    /** What the logs are as one event: several flows often speak of the same. */
    private Optional<EventModel> decoded = Optional.empty();
    private List<Optional<List<AbiValue>>> fields = List.of();

    TriggerMatcher(Accounts accounts, Layouts layouts, Address target, byte[] data, Receipt receipt) {
        this.accounts = accounts;
        this.layouts = layouts;
        this.target = target;
        this.data = data;
        this.receipt = receipt;
    }

    List<Scope<BigInteger, Boolean>> matches(Trigger trigger, ConcreteScope after) {
        Address contract = accounts.of(trigger.contract());
        return switch (trigger) {
            case Trigger.SuccessfulCall call -> call(call, contract, after).map(List::of).orElse(List.of());
            case Trigger.Emitted emitted -> events(emitted, contract, after);
        };
    }

    private Optional<Scope<BigInteger, Boolean>> call(
            Trigger.SuccessfulCall call, Address contract, ConcreteScope after) {
        if (!target.equals(contract) || data.length < Selector.SIZE) {
            return Optional.empty();
        }
        CallLayout layout = layouts.of(call.function());
        if (!Selector.fromCallData(data).equals(layout.selector())) {
            return Optional.empty();
        }
        FunctionModel function = call.function();
        ConcreteScope scope = after;
        for (Trigger.Binding binding : call.bindings()) {
            scope = scope.bind(binding.variable(), argument(layout.inputs().get(binding.word()), binding.word()));
        }
        for (Trigger.Binding binding : call.results()) {
            scope = scope.bind(binding.variable(), result(function, layout, binding.word()));
        }
        return Optional.of(scope);
    }

    /**
     * An argument as the contract saw it: compilers before ABI coder v2 read missing bytes as zero and drop what is beyond
     * the type, later ones revert, and then there is no successful call.
     */
    private BigInteger argument(AbiType type, int word) {
        BigInteger raw =
                WordBytes.readZeroPadded(data, Selector.SIZE + AbiWord.SIZE * (long) word).toBigInteger();
        try {
            return AbiWord.fromWord(type, raw);
        } catch (AbiException e) {
            return AbiWord.truncated(type, raw);
        }
    }

    private BigInteger result(FunctionModel function, CallLayout layout, int word) {
        try {
            return layout.result(word, receipt.output());
        } catch (AbiException e) {
            throw new UndefinedValue(function.name() + " returned no value of its type: " + e.getMessage(), e);
        }
    }

    private List<Scope<BigInteger, Boolean>> events(Trigger.Emitted emitted, Address contract, ConcreteScope after) {
        if (receipt.logs().isEmpty()) {
            return List.of();
        }
        decode(emitted.event());
        List<Scope<BigInteger, Boolean>> matches = List.of();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isPresent() && receipt.logs().get(i).address().equals(contract)) {
                matches = matches.isEmpty() ? new ArrayList<>(2) : matches;
                matches.add(bind(emitted, fields.get(i).get(), after));
            }
        }
        return matches;
    }

    private void decode(EventModel event) {
        if (decoded.isPresent() && decoded.get() == event) {
            return;
        }
        EventLayout layout = layouts.of(event);
        List<Optional<List<AbiValue>>> all = new ArrayList<>(receipt.logs().size());
        for (Log log : receipt.logs()) {
            all.add(layout.decode(log));
        }
        fields = all;
        decoded = Optional.of(event);
    }

    private static ConcreteScope bind(Trigger.Emitted emitted, List<AbiValue> fields, ConcreteScope after) {
        ConcreteScope scope = after;
        List<Trigger.Binding> bindings = emitted.bindings();
        for (int i = 0; i < bindings.size(); i++) {
            Trigger.Binding binding = bindings.get(i);
            if (!(fields.get(binding.word()) instanceof AbiValue.Number number)) {
                throw new UndefinedValue("field " + (binding.word() + 1) + " of " + emitted.event().signature()
                        + " is not one number");
            }
            scope = scope.bind(binding.variable(), number.value());
        }
        return scope;
    }
}
