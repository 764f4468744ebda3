package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.Ending;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Lets a second contract of an attacker take part in what a first one does: a guard that counts or refuses accounts
 * does not know it. The first calls the second, which then makes calls under its own address.
 */
final class SecondAttacker {
    private static final int JOINED_IN = 6;
    private static final int CHANGED_IN = 4;
    private static final int MOST_CALLBACKS = 3;
    private static final AbiType WORD = new AbiType.UInt(256);

    private final SplitRandom random;
    private final Universe universe;
    private final CallbackSource source;
    private final boolean isTried;
    /** Functions that may give something to an account. */
    private final List<Callable> giving;

    /** @param known whether any call was seen to lead to an attacker's contract: else there is no use for a second */
    SecondAttacker(SplitRandom random, Universe universe, boolean known, CallbackSource source) {
        this.random = random;
        this.universe = universe;
        this.source = source;
        this.isTried = known && universe.contracts().size() > 1;
        this.giving = !isTried
                ? List.of()
                : universe.callables().stream().filter(SecondAttacker::gives).toList();
    }

    private static boolean gives(Callable callable) {
        return callable.function().inputs().stream()
                .map(Parameter::type)
                .toList()
                .equals(List.of(new AbiType.Address(), WORD));
    }

    /** With a second one beside it, now and then. */
    Callbacks joined(Callbacks callbacks, Step step) {
        return isTried && random.chance(1, JOINED_IN) ? with(callbacks, step) : callbacks;
    }

    /** With what the others do otherwise; empty if that stays. */
    Optional<Callbacks> near(Callbacks callbacks, Step step) {
        if (!isTried
                || callbacks.list().isEmpty()
                || !random.chance(1, callbacks.others().isEmpty() ? 2 * CHANGED_IN : 2)) {
            return Optional.empty();
        }
        if (callbacks.others().isEmpty() || random.chance(1, CHANGED_IN)) {
            return Optional.of(with(callbacks, step));
        }
        List<Callbacks> others = new ArrayList<>(callbacks.others());
        int at = random.below(others.size());
        if (random.chance(1, 8)) {
            others.remove(at);
        } else {
            others.set(at, source.own(others.get(at), step));
        }
        return Optional.of(callbacks.beside(others));
    }

    private Callbacks with(Callbacks callbacks, Step step) {
        String other = random.pick(universe.contracts().stream()
                .filter(contract -> !contract.equals(callbacks.account()))
                .toList());
        int at = random.below(callbacks.list().size());
        List<NestedCall> calls = new ArrayList<>(callbacks.list().get(at).calls());
        NestedCall called = new NestedCall(other, new StepCall.RawCall(new byte[0]), BigInteger.ZERO);
        List<NestedCall> done = new ArrayList<>();
        int kind = random.below(4);
        if (kind == 0 && !calls.isEmpty()) {
            done.add(calls.set(random.below(calls.size()), called));
        } else {
            done.addAll(source.callback(other, step).calls());
            List<NestedCall> before = new ArrayList<>();
            if (kind > 1) {
                lend(before, done, other, callbacks.account(), step);
            }
            if (kind > 0) {
                before.add(called); // or else the system calls it
            }
            calls.addAll(random.below(calls.size() + 1), before);
        }
        return callbacks
                .with(at, new Callback(calls, callbacks.list().get(at).ending()))
                .beside(doing(callbacks.others(), other, done));
    }

    /** What the step speaks of goes to the other account before it is called, and in the end to where it is due. */
    private void lend(List<NestedCall> before, List<NestedCall> done, String other, String account, Step step) {
        List<AbiValue> amounts = CallbackSource.numbers(step, WORD);
        if (giving.isEmpty() || amounts.isEmpty()) {
            return;
        }
        Callable gift = random.pick(giving);
        AbiValue amount = random.pick(amounts);
        String due = random.chance(1, 2) ? step.target() : account;
        if (universe.allows(account, gift) && universe.allows(other, gift)) {
            before.add(given(gift, other, amount));
            done.add(given(gift, due, amount));
        }
    }

    private NestedCall given(Callable gift, String receiver, AbiValue amount) {
        List<AbiValue> arguments = List.of(AbiValue.of(universe.addressOf(receiver)), amount);
        return new NestedCall(gift.instance(), new StepCall.FunctionCall(gift.function(), arguments), BigInteger.ZERO);
    }

    /** The next time that the account is called it makes these calls. */
    private static List<Callbacks> doing(List<Callbacks> others, String account, List<NestedCall> calls) {
        Callback next = new Callback(calls, new Ending.Acknowledge());
        List<Callbacks> changed = new ArrayList<>(others);
        for (int i = 0; i < changed.size(); i++) {
            Callbacks known = changed.get(i);
            if (known.account().equals(account)) {
                List<Callback> list = new ArrayList<>(known.list());
                list.add(next);
                changed.set(i, known.with(list.subList(Math.max(0, list.size() - MOST_CALLBACKS), list.size())));
                return changed;
            }
        }
        changed.add(new Callbacks(account, List.of(next)));
        return changed;
    }
}
