package thymus.system.execution;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.Selector;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.TransactionScope;
import thymus.evm.trace.Footprint;

/** Sends the transactions of steps, after setup: whom a name means does not change any more. */
final class StepRunner {
    /** Most are named; addresses that the adversary makes up are without end. */
    private static final int MOST = 256;

    private final DeployedSystem system;
    private final LocalChain chain;
    private final ContractEntries contracts;
    private final SeenEvents events;
    private final Map<String, Party> parties = new HashMap<>();

    /** Whom a step's sender or target means. */
    private record Party(Address address, BigInteger number, boolean isNamed, Optional<String> cannotSend) {}

    StepRunner(DeployedSystem system) {
        this.system = system;
        this.chain = system.chain();
        this.contracts = new ContractEntries(system);
        this.events = new SeenEvents(system);
    }

    StepResult run(Step step) {
        Party sender = party(step.sender());
        if (sender.cannotSend().isPresent()) {
            throw new ImpossibleTransactionException(
                    "the sender " + step.sender() + " " + sender.cannotSend().get());
        }
        if (!chain.reaches(step.seconds(), step.blocks())) {
            throw new ImpossibleTransactionException("no block is " + step.seconds() + " seconds and " + step.blocks()
                    + " blocks later: the clock of a chain has 64 bits");
        }
        Party target = party(step.target());
        byte[] data = system.callData(step);
        Optional<OpenTransaction> open = step.sameTransaction()
                ? Optional.of(contracts.openOf(step.sender(), sender.address()))
                : Optional.empty();
        SettledState before = system.history().current();
        Optional<Callbacks> callbacks = step.sameTransaction() ? before.callbacks() : step.callbacks();
        boolean isNew = !callbacks.equals(before.callbacks())
                || (step.entry() == Entry.BY_CONTRACT && contracts.isMissing(sender.address()));
        int start = chain.world().snapshot();
        int mark;
        Sent sent;
        try {
            mark = prepared(step, sender, start);
            sent = send(step, sender, target, data, open);
        } catch (ImpossibleTransactionException e) {
            chain.rollback(start); // no step, so that its time does not pass either
            throw e;
        }
        Receipt receipt = sent.receipt();
        note(step, sender, target);
        if (system.quantifies() && !receipt.logs().isEmpty()) {
            events.note(receipt.logs(), system.seen());
        }
        long written = receipt.ok() ? system.transactor().written() : Footprint.NOTHING;
        system.history()
                .set(new SettledState(
                        Optional.of(before),
                        mark,
                        chain.timestamp(),
                        chain.number(),
                        sender.number(),
                        step.value(),
                        Selector.padded(data).value(),
                        isNew ? Footprint.EVERYTHING : written,
                        sent.open(),
                        callbacks));
        return new StepResult(
                step,
                sender.address(),
                target.address(),
                receipt,
                system.state(),
                mark,
                new TriggerMatcher(
                        system.layouts(),
                        target.address(),
                        data,
                        receipt,
                        system.transactor().moves(),
                        system.transactor().calls()),
                system.reasons(),
                system.accounts(),
                system.specification());
    }

    /** @param open what the next call of an attacker's contract may go on with */
    private record Sent(Receipt receipt, Optional<OpenTransaction> open) {}

    /** @return the state before the step: an attacker's contract is there already, and so is a stranger's ether */
    private int prepared(Step step, Party sender, int start) {
        switch (step.entry()) {
            case DIRECT -> {
                boolean pays = step.value().signum() != 0 && !sender.isNamed();
                if (pays) {
                    system.transactor().gifts().give(sender.address(), step.value());
                } else if (step.callbacks().isEmpty()
                        && system.history().current().callbacks().isEmpty()) {
                    return start;
                }
            }
            case BY_CONTRACT -> contracts.prepare(sender.address(), step.value());
            case SAME_TRANSACTION -> {
                return start;
            }
        }
        contracts.install(system.history().current().callbacks(), step.callbacks());
        return chain.world().snapshot();
    }

    private Sent send(Step step, Party sender, Party target, byte[] data, Optional<OpenTransaction> open) {
        chain.advance(step.seconds(), step.blocks());
        if (step.entry().isByContract()) {
            ContractEntries.Made made = contracts.make(sender.address(), target.address(), step, data, open);
            return new Sent(made.receipt(), Optional.of(made.open()));
        }
        return new Sent(
                system.transactor()
                        .send(sender.address(), sender.isNamed(), Optional.of(target.address()), step.value(), data),
                Optional.empty());
    }

    /** Makes the call with so much gas at most, and takes everything back. */
    Receipt tryOut(Step step, long gas) {
        Party party = party(step.sender());
        Address sender = party.address();
        Optional<TransactionScope.Rest> rest = step.sameTransaction()
                ? Optional.of(contracts.openOf(step.sender(), sender).rest())
                : Optional.empty();
        int mark = chain.snapshot();
        try {
            prepared(step, party, mark);
            chain.advance(step.seconds(), step.blocks());
            LocalChain.Call call = new LocalChain.Call(
                    sender,
                    Optional.of(party(step.target()).address()),
                    Word.of(step.value()),
                    system.callData(step),
                    gas);
            if (step.entry().isByContract()) {
                return chain.enter(call, AttackerContract.OWNER, rest);
            }
            return chain.simulate(call);
        } finally {
            chain.rollback(mark);
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
                address,
                Convert.number(address),
                system.accounts().nameOf(address).isPresent(),
                PossibleSenders.hindrance(address, system));
    }

    private void note(Step step, Party sender, Party target) {
        if (system.quantifies()) {
            SeenValues seen = system.seen();
            seen.address(sender.number());
            seen.address(target.number());
            note(step.call(), seen);
            step.callbacks().ifPresent(callbacks -> {
                seen.address(party(callbacks.account()).number());
                callbacks.calls().forEach(call -> note(call.call(), seen));
            });
        }
    }

    private static void note(StepCall call, SeenValues seen) {
        if (call instanceof StepCall.FunctionCall function) {
            seen.values(function.function().inputs(), function.arguments());
        }
    }
}
