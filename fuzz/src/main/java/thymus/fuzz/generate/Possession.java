package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Plans a sequence anew with an attacker's contract in the place of a sender: what users were seen to do, done by one
 * who acts when it is called. Coverage does not tell who has deposited, so that nothing else leads there step by step.
 */
public final class Possession {
    private static final int IN = 8;

    private Possession() {}

    /** @return empty mostly, and always while no call was seen to lead to an attacker's contract */
    public static Optional<List<StepTemplate>> plan(
            SplitRandom random, Universe universe, CallDistribution chances, List<Step> steps) {
        CallDistribution.Reach reach = chances.reach();
        if (!reach.isTried() || !reach.known() || !random.chance(1, IN)) {
            return Optional.empty();
        }
        List<String> users = steps.stream()
                .filter(step -> !step.entry().isByContract() && !step.isForced())
                .map(Step::sender)
                .toList();
        if (users.isEmpty()) {
            return Optional.empty();
        }
        String user = random.pick(users);
        String attacker = random.pick(universe.contracts());
        List<StepTemplate> plan = new ArrayList<>();
        for (Step step : steps) {
            plan.add(new StepTemplate.Reacting(renamed(step, user, attacker, universe)));
        }
        return Optional.of(plan);
    }

    private static Step renamed(Step step, String user, String attacker, Universe universe) {
        Step named = step;
        if (step.call() instanceof StepCall.FunctionCall) {
            BigInteger from = universe.addressOf(user);
            BigInteger to = universe.addressOf(attacker);
            named = Steps.with(
                    step,
                    Steps.arguments(step).stream()
                            .map(value -> renamed(value, from, to))
                            .toList());
        }
        return named.sender().equals(user) && mayMake(attacker, step, universe)
                ? Steps.from(named, attacker, true)
                : named;
    }

    private static AbiValue renamed(AbiValue value, BigInteger from, BigInteger to) {
        return switch (value) {
            case AbiValue.Number number -> number.value().equals(from) ? AbiValue.of(to) : number;
            case AbiValue.Sequence sequence ->
                new AbiValue.Sequence(sequence.elements().stream()
                        .map(element -> renamed(element, from, to))
                        .toList());
            case AbiValue.Bytes bytes -> bytes;
        };
    }

    private static boolean mayMake(String attacker, Step step, Universe universe) {
        return step.call() instanceof StepCall.FunctionCall call
                && universe.callables().stream()
                        .anyMatch(callable -> callable.function() == call.function()
                                && callable.instance().equals(step.target())
                                && universe.allows(attacker, callable));
    }
}
