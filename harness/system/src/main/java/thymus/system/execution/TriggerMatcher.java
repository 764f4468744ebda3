package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiWord;
import thymus.contracts.abi.CallLayout;
import thymus.contracts.abi.EventFields;
import thymus.contracts.abi.EventLayout;
import thymus.contracts.abi.Selector;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.WordBytes;
import thymus.evm.state.Log;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.Transition;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.tree.Trigger;

/** Finds the matches of triggers in a successful transaction. */
final class TriggerMatcher {
    /** The EVM's reason for the instruction INVALID. */
    private static final String INVALID_INSTRUCTION = "invalid instruction";

    private final Layouts layouts;
    private final Address target;
    private final byte[] data;
    private final Receipt receipt;
    private final List<EtherMove> moves;
    private final List<ExecutedCall> calls;
    private final List<Departed> departures;
    private final List<MadeCall> made;
    /** The logs decoded as one event, cached because several flows often read the same event. */
    private Optional<EventLayout> decoded = Optional.empty();

    private List<Optional<EventFields>> fields = List.of();

    /**
     * @param moves of ether in the step; needed only where a trigger asks for them
     * @param calls that ran in the step and were not undone; needed as the moves are
     * @param departures where control left contracts; needed as the moves are
     * @param made the calls that rules ask for; needed as the moves are
     */
    TriggerMatcher(
            Layouts layouts,
            Address target,
            byte[] data,
            Receipt receipt,
            List<EtherMove> moves,
            List<ExecutedCall> calls,
            List<Departed> departures,
            List<MadeCall> made) {
        this.departures = departures;
        this.made = made;
        this.calls = calls;
        this.moves = moves;
        this.layouts = layouts;
        this.target = target;
        this.data = data;
        this.receipt = receipt;
    }

    /** The part for triggers that events and the step's own call decide. */
    TriggerMatcher(Layouts layouts, Address target, byte[] data, Receipt receipt) {
        this(layouts, target, data, receipt, List.of(), List.of(), List.of(), List.of());
    }

    List<Scope<BigInteger, Boolean>> matches(Trigger trigger, ConcreteScope after) {
        return switch (layouts.of(trigger)) {
            case ResolvedTrigger.Call sought -> call(sought, after);
            case ResolvedTrigger.Tried sought -> tried(sought, after);
            case ResolvedTrigger.Called sought -> called(sought, after);
            case ResolvedTrigger.Event sought -> events(sought, after);
            case ResolvedTrigger.Ether sought -> ether(sought, after);
            case ResolvedTrigger.Entered sought -> entered(sought, after);
            case ResolvedTrigger.Departure sought -> departures(sought, after);
            case ResolvedTrigger.Inner sought -> inner(sought, after);
        };
    }

    List<Transition.Match<BigInteger, Boolean>> placed(Trigger trigger, ConcreteScope after) {
        List<Scope<BigInteger, Boolean>> scopes = matches(trigger, after);
        if (!(layouts.of(trigger) instanceof ResolvedTrigger.Event sought)) {
            return scopes.stream()
                    .map(scope -> new Transition.Match<>(receipt.logs().size(), scope))
                    .toList();
        }
        List<Transition.Match<BigInteger, Boolean>> placed = new ArrayList<>(scopes.size());
        for (int i = 0; placed.size() < scopes.size(); i++) {
            if (isMatch(sought, i)) {
                placed.add(new Transition.Match<>(i, scopes.get(placed.size())));
            }
        }
        return placed;
    }

    private List<Scope<BigInteger, Boolean>> call(ResolvedTrigger.Call sought, ConcreteScope after) {
        CallLayout layout = sought.layout();
        if (!layout.selector().begins(data) || !target.equals(sought.contract())) {
            return List.of();
        }
        Trigger.SuccessfulCall call = sought.trigger();
        ConcreteScope scope = withArguments(call.bindings(), layout, data, after);
        return List.of(withResults(call.function(), call.results(), layout, receipt.output(), scope));
    }

    /** Each call ends in a state of its own; the step's own call, which is the outermost one, in the settled state. */
    private List<Scope<BigInteger, Boolean>> inner(ResolvedTrigger.Inner sought, ConcreteScope after) {
        List<Scope<BigInteger, Boolean>> matches = new ArrayList<>();
        Trigger.InnerCall trigger = sought.trigger();
        CallLayout layout = sought.layout();
        for (MadeCall call : made) {
            byte[] input = call.message().input();
            if (call.message().target().equals(sought.contract())
                    && layout.selector().begins(input)) {
                ConcreteScope end = call.message().depth() == 0
                        ? after
                        : after.calling(
                                call,
                                "in a call of " + trigger.contract() + "."
                                        + trigger.function().name() + " by "
                                        + layouts.nameOf(call.message().sender()));
                ConcreteScope bound = withArguments(trigger.bindings(), layout, input, end);
                matches.add(withResults(trigger.function(), trigger.results(), layout, call.output(), bound));
            }
        }
        return matches;
    }

    private List<Scope<BigInteger, Boolean>> departures(ResolvedTrigger.Departure sought, ConcreteScope after) {
        List<Scope<BigInteger, Boolean>> matches = new ArrayList<>();
        for (Departed departed : departures) {
            if (departed.contract().equals(sought.contract())
                    && departed.running().stream().anyMatch(sought.selectors()::contains)) {
                String contract = layouts.nameOf(departed.contract());
                boolean creates = departed.message().kind().creates();
                matches.add(after.departing(
                        departed,
                        "where " + contract
                                + (creates
                                        ? " creates a contract"
                                        : " calls "
                                                + layouts.nameOf(
                                                        departed.message().target()))));
            }
        }
        return matches;
    }

    /**
     * An argument as the contract decodes it. Compilers before ABI coder v2 read missing bytes as zero and drop excess
     * bits. Later ones revert, so the call is not successful.
     */
    private static BigInteger argument(AbiType type, int word, byte[] input) {
        BigInteger raw = WordBytes.readZeroPadded(input, Selector.SIZE + AbiWord.SIZE * (long) word)
                .toBigInteger();
        try {
            return AbiWord.fromWord(type, raw);
        } catch (AbiException e) {
            return AbiWord.truncated(type, raw);
        }
    }

    private static BigInteger result(FunctionModel function, CallLayout layout, int word, byte[] output) {
        try {
            return layout.result(word, output);
        } catch (AbiException e) {
            throw new UndefinedValue(function.name() + " returned no value of its type: " + e.getMessage(), e);
        }
    }

    private static ConcreteScope withArguments(
            List<Trigger.Binding> bindings, CallLayout layout, byte[] input, ConcreteScope after) {
        ConcreteScope scope = after;
        for (Trigger.Binding binding : bindings) {
            scope = scope.bind(
                    binding.variable(), argument(layout.inputs().get(binding.word()), binding.word(), input));
        }
        return scope;
    }

    private static ConcreteScope withResults(
            FunctionModel function,
            List<Trigger.Binding> results,
            CallLayout layout,
            byte[] output,
            ConcreteScope after) {
        ConcreteScope scope = after;
        for (Trigger.Binding binding : results) {
            scope = scope.bind(binding.variable(), result(function, layout, binding.word(), output));
        }
        return scope;
    }

    private List<Scope<BigInteger, Boolean>> tried(ResolvedTrigger.Tried sought, ConcreteScope after) {
        boolean meant = sought.layout().selector().begins(data)
                && target.equals(sought.contract())
                && !(sought.trigger().failed() && receipt.ok())
                && hasReason(sought.reason());
        return meant ? List.of(withArguments(sought.trigger().bindings(), sought.layout(), data, after)) : List.of();
    }

    private List<Scope<BigInteger, Boolean>> called(ResolvedTrigger.Called sought, ConcreteScope after) {
        Set<Selector> views = sought.targets().get(target);
        if (views == null || views.stream().anyMatch(view -> view.begins(data))) {
            return List.of();
        }
        boolean invalid = sought.trigger().invalid() && receipt.haltReason().equals(Optional.of(INVALID_INSTRUCTION));
        boolean fails = !receipt.ok() && (invalid || sought.reasons().stream().anyMatch(this::hasReason));
        return List.of(after.bind(sought.trigger().fails(), fails ? BigInteger.ONE : BigInteger.ZERO));
    }

    private List<Scope<BigInteger, Boolean>> ether(ResolvedTrigger.Ether sought, ConcreteScope after) {
        List<Scope<BigInteger, Boolean>> matches = new ArrayList<>();
        for (EtherMove move : moves) {
            Address side = sought.trigger().out() ? move.from() : move.to();
            if (side.equals(sought.contract())) {
                ConcreteScope scope = after;
                for (Trigger.Binding binding : sought.trigger().bindings()) {
                    scope = scope.bind(
                            binding.variable(),
                            switch (binding.word()) {
                                case 0 -> Convert.number(move.from());
                                case 1 -> Convert.number(move.to());
                                default -> move.value().toBigInteger();
                            });
                }
                matches.add(scope);
            }
        }
        return matches;
    }

    private List<Scope<BigInteger, Boolean>> entered(ResolvedTrigger.Entered sought, ConcreteScope after) {
        boolean ran = calls.stream()
                .anyMatch(call -> call.account().equals(sought.contract())
                        && call.selector().filter(sought.selectors()::contains).isPresent());
        return ran ? List.of(after) : List.of();
    }

    List<ExecutedCall> calls() {
        return calls;
    }

    private boolean hasReason(byte[] reason) {
        byte[] output = receipt.output();
        return reason.length <= output.length && Arrays.equals(reason, 0, reason.length, output, 0, reason.length);
    }

    private List<Scope<BigInteger, Boolean>> events(ResolvedTrigger.Event sought, ConcreteScope after) {
        List<Log> logs = receipt.logs();
        if (logs.isEmpty()) {
            return List.of();
        }
        decode(sought.layout());
        List<Scope<BigInteger, Boolean>> matches = List.of();
        for (int i = 0; i < logs.size(); i++) {
            if (isMatch(sought, i)) {
                Scope<BigInteger, Boolean> match =
                        after.bind(sought.trigger(), fields.get(i).get());
                if (logs.size() == 1) {
                    return List.of(match);
                }
                matches = matches.isEmpty() ? new ArrayList<>(logs.size()) : matches;
                matches.add(match);
            }
        }
        return matches;
    }

    /** Whether the log is a match of the event that the logs were decoded as. */
    private boolean isMatch(ResolvedTrigger.Event sought, int log) {
        return fields.get(log).isPresent() && receipt.logs().get(log).address().equals(sought.contract());
    }

    private void decode(EventLayout layout) {
        if (decoded.isPresent() && decoded.get() == layout) {
            return;
        }
        List<Log> logs = receipt.logs();
        List<Optional<EventFields>> all = new ArrayList<>(logs.size());
        for (int i = 0; i < logs.size(); i++) {
            all.add(layout.decode(logs.get(i)));
        }
        fields = all;
        decoded = Optional.of(layout);
    }
}
