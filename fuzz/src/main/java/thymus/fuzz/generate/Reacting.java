package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.fuzz.random.SplitRandom;
import thymus.fuzz.shrink.Steps;
import thymus.system.execution.Callbacks;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/**
 * Decides in which steps of a sequence an attacker's contract has something to do when it is called. If no call leads
 * to one, nothing is decided and no chance is used up.
 */
final class Reacting {
    /**
     * How often callbacks are drawn for a call that was not seen to lead to the contract: a view may ask it afterwards.
     */
    private static final int UNSEEN_IN = 6;

    private static final int PROTAGONIST_IN = 3;
    private static final int LIMITED_IN = 3;
    private static final int SELDOM_LIMITED_IN = 4;
    private static final long LEAST_GAS = 16_384;
    private static final int GAS_SIZES = 9;
    private static final int KNOWN_IN = 6;
    private static final int UNKNOWN_IN = 16;

    private final SplitRandom random;
    private final Universe universe;
    private final CallDistribution.Reach reach;
    private final CallbackSource source;
    private final boolean isProtagonist;
    /** Whether the contract is there, so that the system may remember it. */
    private boolean isPlaced;

    Reacting(SplitRandom random, Universe universe, CallDistribution chances, CallbackSource source) {
        this.random = random;
        this.universe = universe;
        this.reach = chances.reach();
        this.source = source;
        this.isProtagonist = reach.isTried() && reach.known() && random.chance(1, PROTAGONIST_IN);
    }

    /** Who sends a step that anybody may send: in some sequences mostly the attacker's contract. */
    Optional<String> protagonist() {
        return isProtagonist && random.chance(3, 4)
                ? Optional.of(universe.contracts().getFirst())
                : Optional.empty();
    }

    /** Whose addresses are worth passing as arguments. */
    List<String> attackers() {
        if (!reach.isTried()) {
            return List.of();
        }
        return reach.known() ? universe.contracts() : universe.contracts().subList(0, 1);
    }

    /** How many of the addresses among arguments one of them is. */
    int attackerIn() {
        return reach.known() ? KNOWN_IN : UNKNOWN_IN;
    }

    void drawn(Step step) {
        isPlaced |= step.callbacks().isPresent() || step.entry().isByContract();
    }

    /** A new step, with callbacks where they may be played, and now and then with little gas. */
    Step fresh(Step step) {
        return (reach.isTried() || reach.survived()) && step.entry().isByContract()
                ? limited(reacting(step))
                : reacting(step);
    }

    /** So much that some calls run out of it: any size is as likely as any other. */
    private Step limited(Step step) {
        if (!random.chance(1, reach.survived() ? LIMITED_IN : SELDOM_LIMITED_IN)) {
            return step;
        }
        long size = LEAST_GAS << random.below(GAS_SIZES);
        return step.limited(size + random.below((int) size));
    }

    private Step reacting(Step step) {
        if (!reach.isTried() || step.sameTransaction() || step.isForced()) {
            return step;
        }
        if (step.callbacks().isPresent()) {
            String account = step.callbacks().get().account();
            return random.chance(1, 2) ? step : step.reacting(Optional.of(source.draw(account, step)));
        }
        String account = concerned(step);
        if (names(step, account)) {
            // The contract has to be there even if it does nothing.
            return step.reacting(
                    Optional.of(random.chance(7, 8) ? source.draw(account, step) : new Callbacks(account, List.of())));
        }
        boolean mayBeCalled = isPlaced || step.sender().equals(account);
        return mayBeCalled && (reaches(step) ? random.chance(3, 4) : random.chance(1, UNSEEN_IN))
                ? step.reacting(Optional.of(source.draw(account, step)))
                : step;
    }

    /**
     * A step that was varied, with its callbacks varied as well.
     *
     * @param before as it was
     */
    Step varied(Step before, Step step) {
        if (step.callbacks().isEmpty() || !reach.isTried()) {
            return fresh(before, step);
        }
        return switch (random.below(8)) {
            case 0, 1, 2 -> source.following(before, step);
            case 3 -> otherwise(source.following(before, step));
            default -> otherwise(before.after(step.seconds(), step.blocks()));
        };
    }

    private Step otherwise(Step step) {
        return step.reacting(step.callbacks().map(callbacks -> source.near(callbacks, step)));
    }

    /** As {@link #fresh(Step)}, for a step that was made of another one. */
    Step fresh(Step before, Step step) {
        return fresh(step.callbacks().isEmpty() || !reach.isTried() ? step : source.following(before, step));
    }

    /** The contract that the step names, mostly another one than the sender; or else the sender. */
    private String concerned(Step step) {
        List<String> contracts = universe.contracts();
        for (String contract : contracts) {
            if (!contract.equals(step.sender()) && names(step, contract)) {
                return contract;
            }
        }
        return contracts.contains(step.sender()) ? step.sender() : contracts.getFirst();
    }

    private boolean names(Step step, String account) {
        BigInteger address = universe.addressOf(account);
        return Steps.arguments(step).stream().anyMatch(value -> holds(value, address));
    }

    private static boolean holds(AbiValue value, BigInteger address) {
        return switch (value) {
            case AbiValue.Number number -> number.value().equals(address);
            case AbiValue.Sequence sequence -> sequence.elements().stream().anyMatch(e -> holds(e, address));
            case AbiValue.Bytes _ -> false;
        };
    }

    private boolean reaches(Step step) {
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            return reach.known();
        }
        for (Callable callable : universe.callables()) {
            if (callable.function() == call.function() && callable.instance().equals(step.target())) {
                return reach.functions()[callable.index()];
            }
        }
        return false;
    }
}
