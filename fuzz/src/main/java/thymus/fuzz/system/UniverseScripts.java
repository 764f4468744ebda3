package thymus.fuzz.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.generate.Callable;
import thymus.fuzz.generate.Script;
import thymus.fuzz.generate.Universe;
import thymus.spec.Action;
import thymus.spec.Choice;
import thymus.spec.ScriptedCall;
import thymus.spec.contract.AbiType;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Scripts;

/** The actions of a specification as scripts over what the adversary may do. */
final class UniverseScripts {
    private static final AbiType WEI = new AbiType.UInt(256);

    private final DeployedSystem system;
    private final Universe universe;
    private final Action action;
    private final List<String> names;

    private UniverseScripts(DeployedSystem system, Universe universe, Action action) {
        this.system = system;
        this.universe = universe;
        this.action = action;
        this.names = action.shared().stream().map(Action.SharedValue::name).toList();
    }

    /** @param system as setup has left it */
    static List<Script> of(DeployedSystem system, Universe universe) {
        List<Script> scripts = new ArrayList<>();
        for (Action action : system.specification().guidance().actions()) {
            new UniverseScripts(system, universe, action).script().ifPresent(scripts::add);
        }
        return List.copyOf(scripts);
    }

    /** @return empty if nobody may make all its calls */
    private Optional<Script> script() {
        List<Script.Call> calls = new ArrayList<>();
        for (ScriptedCall call : action.calls()) {
            Optional<Callable> callable = universe.callables().stream()
                    .filter(c ->
                            c.instance().equals(call.instance()) && c.function().equals(call.function()))
                    .findFirst();
            if (callable.isEmpty()) {
                return Optional.empty();
            }
            calls.add(call(call, callable.get()));
        }
        List<String> anyone = universe.senders().stream()
                .filter(sender -> calls.stream()
                        .allMatch(call -> !call.senders().isEmpty() || universe.allows(sender, call.callable())))
                .toList();
        boolean isSent = !anyone.isEmpty()
                && calls.stream()
                        .allMatch(call ->
                                call.senders().stream().allMatch(sender -> universe.allows(sender, call.callable())));
        return isSent
                ? Optional.of(new Script(
                        action.weight(),
                        action.shared().stream()
                                .map(value -> new Script.Shared(range(value.range()), value.isIndex()))
                                .toList(),
                        calls,
                        anyone))
                : Optional.empty();
    }

    private Script.Call call(ScriptedCall call, Callable callable) {
        return new Script.Call(
                callable,
                IntStream.range(0, call.arguments().size())
                        .mapToObj(i -> value(
                                call.arguments().get(i),
                                call.function().inputs().get(i).type()))
                        .toList(),
                call.senders().actors(),
                call.senders()
                        .shared()
                        .map(name -> OptionalInt.of(names.indexOf(name)))
                        .orElse(OptionalInt.empty()),
                value(call.value(), WEI),
                call.pause().map(pause -> new Script.Between(pause.least(), pause.greatest())));
    }

    private Script.Value value(Choice choice, AbiType type) {
        return switch (choice) {
            case Choice.Usual _ -> new Script.Usual();
            case Choice.Sender _ -> new Script.Sender();
            case Choice.OneOf listed -> new Script.OneOf(values(listed, type));
            case Choice.Between range -> range(range);
            case Choice.Shared shared -> {
                List<AbiValue> values = shared.of() instanceof Choice.OneOf listed ? values(listed, type) : List.of();
                yield new Script.Common(names.indexOf(shared.name()), values);
            }
        };
    }

    private List<AbiValue> values(Choice.OneOf listed, AbiType type) {
        return listed.values().stream()
                .map(value -> Scripts.value(system, type, value))
                .toList();
    }

    private static Script.Between range(Choice.Between range) {
        return new Script.Between(range.least(), range.greatest());
    }
}
