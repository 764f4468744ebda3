package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import thymus.contracts.abi.AbiWord;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.Ending;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;

/** Fewest callbacks, fewest calls in them, plainest endings, least ether. */
final class CallbackShrinker {
    private static final int WORD = AbiWord.SIZE;
    private static final int MOST_CALLS = 12;
    /** Larger numbers are hashes and limits, which are not made plainer bit by bit. */
    private static final int MOST_BITS = 200;

    private final Attempts attempts;
    private final List<Integer> group;

    private CallbackShrinker(Attempts attempts, List<Integer> group) {
        this.attempts = attempts;
        this.group = group;
    }

    static void run(Attempts attempts) {
        for (List<Integer> group : Runs.groups(attempts.best())) {
            new CallbackShrinker(attempts, group).gas();
        }
        if (attempts.best().stream().noneMatch(step -> step.callbacks().isPresent())) {
            return;
        }
        for (List<Integer> group : Runs.groups(attempts.best())) {
            new CallbackShrinker(attempts, group).run();
        }
    }

    private void run() {
        if (callbacks().isEmpty() || attempt(step -> step.reacting(Optional.empty()))) {
            return;
        }
        if (change(callbacks -> Optional.of(new Callbacks(callbacks.account(), List.of())))) {
            return;
        }
        new SecondAttackerShrinker(attempts, group).run();
        for (int i = list().size() - 1; i >= 0; i--) {
            int index = i;
            change(callbacks -> Optional.of(callbacks.with(index, List.of())));
        }
        few();
        for (int i = calls().size() - 1; i >= 0; i--) {
            int index = i;
            attempt(step -> NestedCalls.without(step, index));
        }
        for (int i = 0; i < list().size(); i++) {
            ending(i);
        }
        for (int i = 0; i < calls().size(); i++) {
            int index = i;
            if (calls().get(index).value().signum() > 0) {
                NumberSearch.simplest(
                        calls().get(index).value(),
                        wei -> attempt(step -> NestedCalls.with(
                                step, index, NestedCalls.of(step).get(index).paying(wei))));
            }
        }
    }

    private void gas() {
        long gas = attempts.best().get(group.getFirst()).gas();
        if (gas != Step.ALL_GAS && !attempt(step -> step.limited(Step.ALL_GAS))) {
            NumberSearch.simplest(
                    BigInteger.valueOf(gas), limit -> attempt(step -> step.limited(limit.longValueExact())));
        }
    }

    /** One or two of many calls may do as well, although no single one of the many can go. */
    private void few() {
        int size = calls().size();
        if (size < 3 || size > MOST_CALLS) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (only(i, i)) {
                return;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (only(i, j)) {
                    return;
                }
            }
        }
    }

    private boolean only(int first, int second) {
        return attempt(step -> {
            Step fewer = step;
            for (int i = NestedCalls.of(step).size() - 1; i >= 0; i--) {
                fewer = i == first || i == second ? fewer : NestedCalls.without(fewer, i);
            }
            return fewer;
        });
    }

    private Optional<Callbacks> callbacks() {
        return attempts.best().get(group.getFirst()).callbacks();
    }

    private List<Callback> list() {
        return callbacks().map(Callbacks::all).orElse(List.of());
    }

    private List<NestedCall> calls() {
        return NestedCalls.of(attempts.best().get(group.getFirst()));
    }

    private void ending(int index) {
        for (Ending plainer : plainer(list().get(index).ending())) {
            if (end(index, plainer)) {
                return;
            }
        }
        if (list().get(index).ending() instanceof Ending.Return end) {
            plainerWords(index, end.data());
        }
    }

    private static List<Ending> plainer(Ending ending) {
        return switch (ending) {
            case Ending.Acknowledge _ -> List.of(Ending.Return.NOTHING);
            case Ending.Return end ->
                end.data().length == 0 ? List.of() : List.of(Ending.Return.NOTHING, new Ending.Acknowledge());
            case Ending.Revert end ->
                end.data().length == 0
                        ? List.of(Ending.Return.NOTHING)
                        : List.of(Ending.Return.NOTHING, new Ending.Revert(new byte[0]));
            case Ending.OutOfGas _ -> List.of(Ending.Return.NOTHING, new Ending.Revert(new byte[0]));
        };
    }

    private void plainerWords(int index, byte[] data) {
        byte[] best = data;
        for (int length = WORD; length < best.length; length += WORD) {
            byte[] shorter = Arrays.copyOf(best, length);
            if (end(index, new Ending.Return(shorter))) {
                best = shorter;
            }
        }
        for (int at = 0; at + WORD <= best.length; at += WORD) {
            BigInteger word = new BigInteger(1, Arrays.copyOfRange(best, at, at + WORD));
            if (word.signum() > 0 && word.bitLength() <= MOST_BITS) {
                int place = at;
                NumberSearch.simplest(word, number -> end(index, new Ending.Return(with(index, place, number))));
                best = data(index);
            }
        }
    }

    private byte[] data(int index) {
        return ((Ending.Return) list().get(index).ending()).data();
    }

    private byte[] with(int index, int place, BigInteger number) {
        byte[] changed = data(index);
        System.arraycopy(AbiWord.bytes(number), 0, changed, place, WORD);
        return changed;
    }

    private boolean end(int index, Ending ending) {
        return change(callbacks -> Optional.of(
                callbacks.with(index, new Callback(callbacks.all().get(index).calls(), ending))));
    }

    private boolean change(Function<Callbacks, Optional<Callbacks>> change) {
        return attempt(step -> step.reacting(step.callbacks().flatMap(change)));
    }

    private boolean attempt(UnaryOperator<Step> change) {
        return attempts.attemptInPlace(attempts.with(group, change));
    }
}
