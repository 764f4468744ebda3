package thymus.system.execution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.spec.Specification;
import thymus.spec.monitor.Scope;
import thymus.spec.monitor.Transition;
import thymus.spec.tree.Mark;
import thymus.spec.tree.Trigger;

/**
 * An executed step. Its scopes are readable until the system executes the next step or rolls back before this one.
 *
 * @param before the chain's snapshot before the step
 */
public record StepResult(
        Step step,
        Address sender,
        Address target,
        Receipt receipt,
        ConcreteScope after,
        int before,
        TriggerMatcher matcher,
        RevertReasons reasons,
        AccountNames accounts,
        Specification specification)
        implements Transition<BigInteger, Boolean> {
    /** Why the step failed; empty if it succeeded. */
    public Optional<String> failure() {
        return receipt.ok() ? Optional.empty() : Optional.of(reasons.of(receipt));
    }

    /** Returns whether the call was made. A contract without enough ether cannot make it. */
    public boolean isMade() {
        return receipt.ok() || !receipt.haltReason().equals(Optional.of(LocalChain.TOO_LITTLE_ETHER));
    }

    @Override
    public List<Scope<BigInteger, Boolean>> matches(Trigger trigger) {
        return counts(trigger) ? matcher.matches(trigger, after) : List.of();
    }

    @Override
    public List<Match<BigInteger, Boolean>> placed(Trigger trigger) {
        return counts(trigger) ? matcher.placed(trigger, after) : List.of();
    }

    @Override
    public boolean mayChangeState() {
        return receipt.ok();
    }

    @Override
    public Optional<String> effect(List<Mark> marks, Scope<BigInteger, Boolean> offender) {
        return step.isForced() ? Optional.empty() : after.twoRuns().effect(receipt, marks, offender);
    }

    @Override
    public Optional<String> differsWithoutLast(List<Mark> marks, Scope<BigInteger, Boolean> offender) {
        return step.isForced() ? Optional.empty() : after.twoRuns().withoutLast(after.executed(), marks, offender);
    }

    @Override
    public Optional<String> path() {
        return CallPath.text(accounts.text(Convert.number(sender)), matcher.calls(), accounts, specification);
    }

    private boolean counts(Trigger trigger) {
        return receipt.ok()
                || ((trigger instanceof Trigger.TriedCall || trigger instanceof Trigger.Called) && isMade());
    }
}
