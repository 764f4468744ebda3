package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Draws the steps of scripts. For one sequence. */
final class Scripting {
    private static final AbiType UNSIGNED = new AbiType.UInt(256);
    private static final AbiType SIGNED = new AbiType.Int(256);

    private final SplitRandom random;
    private final Universe universe;
    private final Draws draws;
    private Optional<Script> running = Optional.empty();
    private int next;
    private String anyone = "";
    private List<BigInteger> shared = List.of();

    /** How everything is drawn of which scripts say nothing. */
    interface Draws {
        String sender(Callable callable);

        Entry entry(String sender);

        ArgumentGenerator arguments(String sender, String target, long seconds);

        BigInteger wei();

        /** The seconds before the first step. */
        long seconds();

        /** As many of them as the clock allows. */
        long clamped(BigInteger seconds);

        long blocks(long seconds);
    }

    Scripting(SplitRandom random, Universe universe, Draws draws) {
        this.random = random;
        this.universe = universe;
        this.draws = draws;
    }

    Step step(StepTemplate.Scripted slot) {
        if (slot.call() == 0
                || slot.call() != next
                || running.filter(script -> script == slot.script()).isEmpty()) {
            begin(slot.script());
        }
        next = slot.call() + 1;
        Script.Call call = slot.script().calls().get(slot.call());
        FunctionModel function = call.callable().function();
        String target = call.callable().instance();
        String sender = sender(call);
        long seconds = call.pause()
                .map(pause -> draws.clamped(between(pause)))
                .orElseGet(() -> slot.call() == 0 ? draws.seconds() : draws.clamped(BigInteger.ZERO));
        ArgumentGenerator source = draws.arguments(sender, target, seconds);
        BigInteger value = call.payment() instanceof Script.Usual
                ? function.mutability() == Mutability.PAYABLE ? draws.wei() : BigInteger.ZERO
                : ((AbiValue.Number) value(call.payment(), UNSIGNED, sender, source)).value();
        return new Step(
                sender,
                target,
                new StepCall.FunctionCall(function, arguments(call, sender, source)),
                value,
                seconds,
                draws.blocks(seconds),
                draws.entry(sender));
    }

    private void begin(Script script) {
        running = Optional.of(script);
        String drawn = draws.sender(script.calls().getFirst().callable());
        anyone = script.anyone().contains(drawn) || script.anyone().isEmpty() ? drawn : random.pick(script.anyone());
        List<BigInteger> values = new ArrayList<>();
        for (Script.Shared value : script.shared()) {
            Script.Between range = value.range();
            if (value.isIndex()) {
                values.add(range.least().add(random.upTo(range.greatest().subtract(range.least()))));
            } else {
                AbiType type = range.least().signum() < 0 ? SIGNED : UNSIGNED;
                values.add(between(
                        range,
                        draws.arguments(
                                anyone, script.calls().getFirst().callable().instance(), 0),
                        type));
            }
        }
        shared = values;
    }

    private String sender(Script.Call call) {
        if (call.senders().isEmpty()) {
            return anyone;
        }
        return call.sender().isPresent()
                ? call.senders().get(shared.get(call.sender().getAsInt()).intValueExact())
                : random.pick(call.senders());
    }

    private List<AbiValue> arguments(Script.Call call, String sender, ArgumentGenerator source) {
        List<Parameter> parameters = call.callable().function().inputs();
        List<AbiValue> values = new ArrayList<>();
        // What belongs together is drawn together, and then the script has its way.
        List<AbiValue> usual = call.arguments().stream().anyMatch(Script.Usual.class::isInstance)
                ? source.draw(parameters)
                : List.of();
        for (int i = 0; i < parameters.size(); i++) {
            Script.Value value = call.arguments().get(i);
            values.add(
                    value instanceof Script.Usual
                            ? usual.get(i)
                            : value(value, parameters.get(i).type(), sender, source));
        }
        return values;
    }

    private AbiValue value(Script.Value value, AbiType type, String sender, ArgumentGenerator source) {
        return switch (value) {
            case Script.Usual _ -> source.draw(type);
            case Script.Sender _ -> AbiValue.of(universe.addressOf(sender));
            case Script.OneOf one -> one.values().size() == 1 ? one.values().getFirst() : random.pick(one.values());
            case Script.Between range -> AbiValue.of(between(range, source, type));
            case Script.Common common -> {
                BigInteger number = shared.get(common.index());
                yield common.values().isEmpty()
                        ? AbiValue.of(number)
                        : common.values().get(number.intValueExact());
            }
        };
    }

    /** An end, a number that matters elsewhere, one of any size, or any one. */
    private BigInteger between(Script.Between range, ArgumentGenerator source, AbiType type) {
        if (random.chance(1, 4)
                && source.draw(type) instanceof AbiValue.Number drawn
                && drawn.value().compareTo(range.least()) >= 0
                && drawn.value().compareTo(range.greatest()) <= 0) {
            return drawn.value();
        }
        return between(range);
    }

    private BigInteger between(Script.Between range) {
        BigInteger width = range.greatest().subtract(range.least());
        return switch (random.below(8)) {
            case 0 -> range.least();
            case 1 -> range.greatest();
            case 2, 3, 4 ->
                width.signum() == 0
                        ? range.least()
                        : range.least()
                                .add(random.bits(1 + random.below(width.bitLength()))
                                        .min(width));
            default -> range.least().add(random.upTo(width));
        };
    }
}
