package thymus.harness.system;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.harness.chain.LocalChain;
import thymus.harness.evm.Receipt;
import thymus.harness.view.Footprint;
import thymus.harness.world.Address;

/** Sends the transactions of steps, after setup: whom a name means does not change any more. */
final class StepRunner {
    /** Most are named; addresses that the adversary makes up are without end. */
    private static final int MOST = 256;

    private final DeployedSystem system;
    private final LocalChain chain;
    private final Map<String, Party> parties = new HashMap<>();

    /** Whom a step's sender or target means. */
    private record Party(Address address, BigInteger number, boolean isNamed, Optional<String> cannotSend) {}

    StepRunner(DeployedSystem system) {
        this.system = system;
        this.chain = system.chain();
    }

    Settled run(Step step) {
        Party sender = party(step.sender());
        if (sender.cannotSend().isPresent()) {
            throw new ImpossibleTransactionException("the sender " + step.sender() + " " + sender.cannotSend().get());
        }
        if (!chain.reaches(step.seconds(), step.blocks())) {
            throw new ImpossibleTransactionException("no block is " + step.seconds() + " seconds and " + step.blocks()
                    + " blocks later: the clock of a chain has 64 bits");
        }
        Party target = party(step.target());
        byte[] data = system.callData(step);
        Moment before = system.history().current();
        int mark = chain.world().snapshot();
        Receipt receipt = send(step, sender, target, data, mark);
        note(step, sender, target);
        system.history()
                .set(new Moment(
                        Optional.of(before), mark, chain.timestamp(), chain.number(), sender.number(), step.value(),
                        receipt.ok() ? system.transactor().written() : Footprint.NOTHING));
        return new Settled(
                step, sender.address(), target.address(), receipt, system.state(), mark,
                new TriggerMatcher(system.accounts(), system.layouts(), target.address(), data, receipt), system.reasons());
    }

    private Receipt send(Step step, Party sender, Party target, byte[] data, int mark) {
        if (step.value().signum() > 0 && !sender.isNamed()) {
            system.transactor().gifts().give(sender.address(), step.value());
        }
        chain.advance(step.seconds(), step.blocks());
        try {
            return system.transactor()
                    .send(sender.address(), sender.isNamed(), Optional.of(target.address()), step.value(), data);
        } catch (ImpossibleTransactionException e) {
            chain.rollback(mark); // no step, so that its time does not pass either
            throw e;
        }
    }

    private Party party(String name) {
        Party known = parties.get(name);
        if (known == null) {
            if (parties.size() >= MOST) {
                parties.clear();
            }
            known = find(name);
            parties.put(name, known);
        }
        return known;
    }

    private Party find(String name) {
        Address address = system.accounts().resolve(name);
        return new Party(
                address, Convert.number(address), system.accounts().nameOf(address).isPresent(),
                Senders.hindrance(address, system));
    }

    private void note(Step step, Party sender, Party target) {
        if (system.quantifies()) {
            SeenValues seen = system.seen();
            seen.address(sender.number());
            seen.address(target.number());
            if (step.call() instanceof StepCall.FunctionCall call) {
                seen.values(call.function().inputs(), call.arguments());
            }
        }
    }
}
