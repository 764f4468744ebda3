package thymus.harness.system;

import java.util.Optional;
import thymus.harness.HarnessException;
import thymus.harness.chain.LocalChain;
import thymus.harness.evm.Receipt;
import thymus.harness.view.Footprint;
import thymus.harness.world.Address;

/** Sends one step's transaction. */
final class StepRunner {
    private final DeployedSystem system;
    private final LocalChain chain;

    StepRunner(DeployedSystem system) {
        this.system = system;
        this.chain = system.chain();
    }

    Settled run(Step step) {
        Address sender = sender(step.sender());
        Address target = system.accounts().resolve(step.target());
        byte[] data = system.callData(step);
        note(step, sender, target);
        Moment before = system.history().current();
        int mark = chain.world().snapshot();
        chain.advance(step.seconds(), step.blocks());
        Receipt receipt = system.transactor().send(sender, Optional.of(target), step.value(), data);
        system.history()
                .set(new Moment(
                        Optional.of(before), mark, chain.timestamp(), chain.number(), Convert.number(sender),
                        step.value(), receipt.ok() ? system.transactor().written() : Footprint.NOTHING));
        return new Settled(
                step, sender, target, receipt, system.state(), mark,
                new TriggerMatcher(system.accounts(), system.layouts(), target, data, receipt), system.reasons());
    }

    private Address sender(String name) {
        Address sender = system.accounts().resolve(name);
        if (system.artifactAt(sender).isPresent()) {
            throw new HarnessException("the sender " + name + " is a contract: contracts send no transactions");
        }
        return sender;
    }

    private void note(Step step, Address sender, Address target) {
        if (system.quantifies()) {
            SeenValues seen = system.seen();
            seen.address(Convert.number(sender));
            seen.address(Convert.number(target));
            if (step.call() instanceof StepCall.FunctionCall call) {
                seen.values(call.function().inputs(), call.arguments());
            }
        }
        if (step.value().signum() > 0 && system.accounts().nameOf(sender).isEmpty()) {
            system.transactor().fund(sender, step.value());
        }
    }
}
