package thymus.fuzz.shrink;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import thymus.contracts.abi.AbiValue;
import thymus.spec.contract.AbiType;
import thymus.system.execution.Callback;
import thymus.system.execution.Callbacks;
import thymus.system.execution.NestedCall;
import thymus.system.execution.Step;

/** Simplifies the sender of each step and each argument that is an address. */
final class SenderShrinker {
    private SenderShrinker() {}

    static void run(Attempts attempts) {
        List<String> order = attempts.rules().senders();
        for (String used : attempts.best().stream().map(Step::sender).distinct().toList()) {
            everywhere(attempts, used, order);
        }
        for (String playing : playing(attempts)) {
            everywhere(attempts, playing, attempts.rules().contracts());
        }
        for (List<Integer> index : Runs.groups(attempts.best())) {
            String current = attempts.best().get(index.getFirst()).sender();
            first(
                    simpler(order, current),
                    s -> attempts.attemptInPlace(attempts.with(index, step -> from(attempts, step, s))));
        }
        for (List<Site> sites : Runs.sites(attempts.best())) {
            Site site = sites.getFirst();
            if (site.type() instanceof AbiType.Address && site.holds(attempts.best(), AbiValue.Number.class)) {
                first(
                        simpler(attempts.rules().addresses(), site.number(attempts.best())),
                        a -> attempts.attemptInPlace(Site.write(sites, attempts.best(), new AbiValue.Number(a))));
            }
        }
    }

    /** The accounts with callbacks. */
    private static List<String> playing(Attempts attempts) {
        List<String> contracts = attempts.rules().contracts();
        return attempts.best().stream()
                .flatMap(step -> step.callbacks().stream())
                .map(Callbacks::account)
                .filter(contracts::contains)
                .distinct()
                .toList();
    }

    /** Replaces one account by another in the whole sequence, as sender and as argument. */
    private static void everywhere(Attempts attempts, String used, List<String> order) {
        first(simpler(order, used), s -> attempts.attemptInPlace(renamed(attempts, used, s)));
    }

    /** Attempts each candidate until one is accepted. */
    private static <T> void first(List<T> candidates, Predicate<T> attempt) {
        for (T candidate : candidates) {
            if (attempt.test(candidate)) {
                return;
            }
        }
    }

    private static List<Step> renamed(Attempts attempts, String used, String instead) {
        BigInteger from = attempts.rules().addressOf(used);
        BigInteger to = attempts.rules().addressOf(instead);
        List<Step> renamed = attempts.best().stream()
                .map(step -> step.sender().equals(used) ? from(attempts, step, instead) : step)
                .map(step ->
                        step.reacting(step.callbacks().map(callbacks -> renamed(attempts, callbacks, used, instead))))
                .toList();
        for (Site site : Site.in(renamed)) {
            if (site.type() instanceof AbiType.Address && site.read(renamed).equals(AbiValue.of(from))) {
                renamed = site.write(renamed, AbiValue.of(to));
            }
        }
        return renamed;
    }

    /** An attacker's contract that plays takes the place of another one, which plays its part if it has one. */
    private static Callbacks renamed(Attempts attempts, Callbacks callbacks, String used, String instead) {
        List<String> contracts = attempts.rules().contracts();
        if (!contracts.contains(used) || !contracts.contains(instead)) {
            return callbacks;
        }
        UnaryOperator<String> name = n -> n.equals(used) ? instead : n.equals(instead) ? used : n;
        return Callbacks.of(callbacks.each().stream()
                .map(one -> new Callbacks(
                        name.apply(one.account()),
                        one.list().stream()
                                .map(callback -> renamed(callback, name))
                                .toList()))
                .toList());
    }

    private static Callback renamed(Callback callback, UnaryOperator<String> name) {
        return new Callback(
                callback.calls().stream()
                        .map(call -> new NestedCall(name.apply(call.target()), call.call(), call.value()))
                        .toList(),
                callback.ending());
    }

    private static Step from(Attempts attempts, Step step, String sender) {
        return Steps.from(step, sender, attempts.rules().contracts().contains(sender));
    }

    private static <T> List<T> simpler(List<T> order, T current) {
        int at = order.indexOf(current);
        return at < 0 ? order : order.subList(0, at);
    }
}
