package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.AbiWord;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.NestedCalls;
import thymus.fuzz.shrink.Steps;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.Ending;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Draws what an attacker's contract does when it is called. */
final class CallbackSource {
    private static final AbiType WORD = new AbiType.UInt(256);
    private static final int MOST_CALLBACKS = 6;
    private static final int MOST_CALLS = 4;
    private static final int MOST_WORDS = 5;
    private static final int TRIES = 4;
    /** Numbers of more bits are hashes, by which hooks say that they accept. */
    private static final int HASH_BITS = 200;

    private final SplitRandom random;
    private final Universe universe;
    private final CallDistribution chances;
    private final Arguments arguments;
    private final List<BigInteger> hashes;
    private final SecondAttacker second;

    /** Draws arguments for a call by an account. */
    interface Arguments {
        ArgumentGenerator of(String sender, String target);

        /** An amount of ether. */
        BigInteger wei();
    }

    CallbackSource(
            SplitRandom random,
            Universe universe,
            CallDistribution chances,
            Dictionary dictionary,
            Arguments arguments) {
        this.random = random;
        this.universe = universe;
        this.chances = chances;
        this.arguments = arguments;
        this.hashes = chances.reach().isTried()
                ? dictionary.constants().stream().filter(CallbackSource::isHash).toList()
                : List.of();
        this.second = new SecondAttacker(random, universe, chances.reach().known(), this);
    }

    /** Selectors and texts stand at the left end of a word, masks have all bits. */
    private static boolean isHash(BigInteger number) {
        return number.bitLength() > HASH_BITS
                && number.bitLength() <= 256
                && number.getLowestSetBit() < 32
                && number.bitCount() < HASH_BITS;
    }

    Callbacks draw(String account, Step step) {
        List<Callback> list = new ArrayList<>();
        do {
            list.add(callback(account, step));
        } while (list.size() < MOST_CALLBACKS && random.chance(1, 3));
        return second.joined(new Callbacks(account, list), step);
    }

    /** With something of it otherwise. */
    Callbacks near(Callbacks callbacks, Step step) {
        return second.near(callbacks, step).orElseGet(() -> own(callbacks, step));
    }

    /** With something otherwise of what the first account does. */
    Callbacks own(Callbacks callbacks, Step step) {
        List<Callback> list = new ArrayList<>(callbacks.list());
        if (list.isEmpty()) {
            return draw(callbacks.account(), step).beside(callbacks.others());
        }
        int at = random.below(list.size());
        switch (random.below(8)) {
            case 0 -> list.remove(at);
            case 1 -> list.add(at, list.get(at));
            case 2 -> list.add(random.below(list.size() + 1), callback(callbacks.account(), step));
            case 3 -> list.set(at, callback(callbacks.account(), step));
            case 4 ->
                list.set(
                        at,
                        new Callback(
                                list.get(at).calls(),
                                ending(!list.get(at).calls().isEmpty())));
            default -> list.set(at, varied(callbacks.account(), list.get(at), step));
        }
        return callbacks.with(list.subList(0, Math.min(MOST_CALLBACKS, list.size())));
    }

    private Callback varied(String account, Callback callback, Step step) {
        List<NestedCall> calls = new ArrayList<>(callback.calls());
        if (calls.isEmpty() || (calls.size() < MOST_CALLS && random.chance(2, 5))) {
            call(account, step).ifPresent(call -> calls.add(random.below(calls.size() + 1), call));
            return new Callback(calls, callback.ending());
        }
        int at = random.below(calls.size());
        NestedCall call = calls.get(at);
        if (random.chance(1, 8)) {
            calls.remove(at);
        } else if (call.call() instanceof StepCall.FunctionCall function
                && !function.arguments().isEmpty()) {
            List<AbiValue> changed = new ArrayList<>(function.arguments());
            int argument = random.below(changed.size());
            AbiType type = function.function().inputs().get(argument).type();
            changed.set(argument, arguments.of(account, call.target()).near(type, changed.get(argument)));
            calls.set(at, call.calling(new StepCall.FunctionCall(function.function(), changed)));
        } else {
            call(account, step).ifPresent(other -> calls.set(at, other));
        }
        return new Callback(calls, callback.ending());
    }

    Callback callback(String account, Step step) {
        List<NestedCall> calls = new ArrayList<>();
        int wanted = switch (random.below(8)) {
            case 0, 1, 2 -> 0;
            case 3 -> 2;
            default -> 1;
        };
        for (int i = 0; i < wanted; i++) {
            call(account, step).ifPresent(calls::add);
        }
        return new Callback(calls, ending(!calls.isEmpty()));
    }

    /** The step's own call again, or any other one that the account may make. */
    private Optional<NestedCall> call(String account, Step step) {
        if (step.call() instanceof StepCall.FunctionCall call && random.chance(1, 3) && allows(account, step, call)) {
            return Optional.of(new NestedCall(step.target(), call, step.value()));
        }
        List<Callable> alike = universe.callables().stream()
                .filter(callable -> hasSameTypes(step, callable.function()) && universe.allows(account, callable))
                .toList();
        if (!alike.isEmpty() && random.chance(1, 4)) {
            return Optional.of(call(account, random.pick(alike), step));
        }
        for (int tries = 0; tries < TRIES; tries++) {
            Callable callable = universe.callables()
                    .get(random.weighted(chances.inNewState(random).callables()));
            if (universe.allows(account, callable)) {
                return Optional.of(call(account, callable, step));
            }
        }
        return Optional.empty();
    }

    private boolean allows(String account, Step step, StepCall.FunctionCall call) {
        return universe.callables().stream()
                .anyMatch(callable -> callable.function() == call.function()
                        && callable.instance().equals(step.target())
                        && universe.allows(account, callable));
    }

    /** What is lent is paid back: numbers of the step are often those of the call. */
    private NestedCall call(String account, Callable callable, Step step) {
        FunctionModel function = callable.function();
        if (hasSameTypes(step, function) && random.chance(1, 2)) {
            return new NestedCall(
                    callable.instance(),
                    new StepCall.FunctionCall(function, Steps.arguments(step)),
                    function.mutability() == Mutability.PAYABLE ? arguments.wei() : BigInteger.ZERO);
        }
        List<AbiValue> drawn =
                new ArrayList<>(arguments.of(account, callable.instance()).draw(function.inputs()));
        for (int i = 0; i < drawn.size(); i++) {
            AbiType type = function.inputs().get(i).type();
            if (type instanceof AbiType.UInt && random.chance(1, 3)) {
                List<AbiValue> numbers = numbers(step, type);
                if (!numbers.isEmpty()) {
                    drawn.set(i, random.pick(numbers));
                }
            } else if (type instanceof AbiType.Address && random.chance(1, 4)) {
                drawn.set(i, AbiValue.of(universe.addressOf(step.target())));
            }
        }
        StepCall call = new StepCall.FunctionCall(function, drawn);
        BigInteger value = function.mutability() == Mutability.PAYABLE ? arguments.wei() : BigInteger.ZERO;
        return new NestedCall(callable.instance(), call, value);
    }

    /** Whether what the step says can be said to the function too: what is executed may still be proposed. */
    private static boolean hasSameTypes(Step step, FunctionModel function) {
        return step.call() instanceof StepCall.FunctionCall call
                && !function.inputs().isEmpty()
                && call.function().inputs().stream()
                        .map(Parameter::type)
                        .toList()
                        .equals(function.inputs().stream().map(Parameter::type).toList());
    }

    static List<AbiValue> numbers(Step step, AbiType type) {
        List<AbiValue> numbers = new ArrayList<>();
        Stream.concat(Steps.arguments(step).stream(), Stream.of(AbiValue.of(step.value())))
                .filter(value -> value instanceof AbiValue.Number number
                        && number.value().signum() > 0
                        && AbiWord.fits(type, number.value()))
                .forEach(numbers::add);
        return numbers;
    }

    /** The step with what its callbacks had in common with its arguments moved as those were. */
    Step following(Step before, Step step) {
        List<AbiValue> old = Steps.arguments(before);
        List<AbiValue> now = Steps.arguments(step);
        Step followed = step;
        for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
            AbiValue from = old.get(i);
            AbiValue to = now.get(i);
            if (from.getClass() == to.getClass() && !from.equals(to)) {
                followed = NestedCalls.replaced(followed, from, to);
            }
        }
        return followed;
    }

    private Ending ending(boolean afterCalls) {
        int drawn = random.below(8);
        if (afterCalls) {
            return switch (drawn) {
                case 0 -> Ending.Return.NOTHING;
                case 1 -> new Ending.Revert(new byte[0]);
                case 2, 3 -> words();
                default -> new Ending.Acknowledge();
            };
        }
        return switch (drawn) {
            case 0 -> random.chance(1, 3) ? new Ending.OutOfGas() : new Ending.Revert(new byte[0]);
            case 1 -> new Ending.Revert(new byte[0]);
            case 2 -> new Ending.Acknowledge();
            default -> words();
        };
    }

    private Ending words() {
        int count = random.chance(2, 3) ? 1 : 1 + random.below(MOST_WORDS);
        byte[] data = new byte[count * AbiWord.SIZE];
        for (int i = 0; i < count; i++) {
            System.arraycopy(AbiWord.bytes(word()), 0, data, i * AbiWord.SIZE, AbiWord.SIZE);
        }
        return new Ending.Return(data);
    }

    private BigInteger word() {
        return switch (random.below(8)) {
            case 0, 1, 2 -> BigInteger.valueOf(random.below(2));
            case 3, 4 -> hashes.isEmpty() ? number() : random.pick(hashes);
            default -> number();
        };
    }

    private BigInteger number() {
        String account = universe.contracts().getFirst();
        return ((AbiValue.Number)
                        arguments.of(account, random.pick(universe.instances())).draw(WORD))
                .value();
    }
}
