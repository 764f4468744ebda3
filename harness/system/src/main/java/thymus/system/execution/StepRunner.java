package thymus.system.execution;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import thymus.contracts.abi.Selector;
import thymus.evm.chain.InvalidTransactionException;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
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
    private Optional<Executed> last = Optional.empty();

    /** Whom a step's sender or target means. */
    private record Party(Address address, BigInteger number, boolean isNamed, Optional<String> cannotSend) {}

    /**
     * A step with what came of it, and the state that it left.
     *
     * @param sent the world's snapshot before what it sent was entered in the books of relays
     * @param block in which it ran
     */
    record Executed(Step step, Receipt receipt, SettledState after, int sent, BlockContext block) {}

    StepRunner(DeployedSystem system) {
        this.system = system;
        this.chain = system.chain();
        this.contracts = new ContractEntries(system);
        this.events = new SeenEvents(system);
    }

    StepResult run(Step step) {
        Party sender = party(step.sender());
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
        Optional<String> place = chainOf(step, open);
        requireSender(step, sender, place);
        Elsewhere clocks = system.places().clocks(step, before.elsewhere());
        Optional<Callbacks> callbacks = step.sameTransaction() ? before.callbacks() : step.callbacks();
        boolean isNew = !callbacks.equals(before.callbacks())
                || (step.entry() == Entry.BY_CONTRACT && contracts.isMissing(sender.address()));
        int start = chain.world().snapshot();
        int mark;
        Sent sent;
        TriggerMatcher matcher;
        Elsewhere elsewhere;
        int afterwards;
        BlockContext block;
        try {
            mark = prepared(step, sender, before.callbacks(), start);
            sent = system.places().on(place, clocks, () -> send(step, sender, target, data, open));
            afterwards = chain.world().snapshot();
            block = system.places().on(place, clocks, chain::block);
            matcher = matcher(target, data, sent.receipt(), step.isForced());
            refuseCrossing(place);
            elsewhere = clocks;
            if (sent.receipt().ok()) {
                elsewhere =
                        elsewhere.with(system.books().note(matcher, system.state(), elsewhere, elsewhere.messages()));
            }
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
                        callbacks,
                        elsewhere));
        last = Optional.of(new Executed(step, receipt, system.history().current(), afterwards, block));
        return new StepResult(
                step,
                sender.address(),
                target.address(),
                receipt,
                system.state(),
                mark,
                matcher,
                system.reasons(),
                system.accounts(),
                system.specification());
    }

    /** The address of a contract of another chain is anybody's here, but its ether is that of the other chain. */
    private void requireSender(Step step, Party sender, Optional<String> place) {
        boolean isElsewhere = system.places().isElsewhere(sender.address(), place);
        if (sender.cannotSend().isPresent() && !isElsewhere) {
            throw new ImpossibleTransactionException(
                    "the sender " + step.sender() + " " + sender.cannotSend().get());
        }
        if (isElsewhere && step.value().signum() != 0) {
            throw new ImpossibleTransactionException("the sender has the address of " + step.sender()
                    + ", which is on another chain: what ether it has on this one is not known");
        }
    }

    /** What is forced into a contract comes without a step that calls the system: it is no flow. */
    private TriggerMatcher matcher(Party target, byte[] data, Receipt receipt, boolean isForced) {
        return new TriggerMatcher(
                system.layouts(),
                target.address(),
                data,
                receipt,
                isForced ? List.of() : system.transactor().moves(),
                isForced ? List.of() : system.transactor().calls(),
                isForced ? List.of() : system.transactor().inside().departures(),
                isForced ? List.of() : system.transactor().inside().calls());
    }

    /** The step is on the chain of the contract that it enters, and on that of the transaction that it goes on with. */
    private Optional<String> chainOf(Step step, Optional<OpenTransaction> open) {
        if (!system.specification().chains().areSeveral()) {
            return Optional.empty();
        }
        Optional<String> target = system.places().of(party(step.target()).address());
        Optional<String> begun = open.flatMap(OpenTransaction::chain);
        if (begun.isPresent() && target.isPresent() && !begun.equals(target)) {
            throw new ImpossibleTransactionException("the step goes on with a transaction on chain " + begun.get()
                    + ", and " + step.target() + " is on chain " + target.get());
        }
        Optional<String> place = begun.isPresent() ? begun : target;
        system.transactor().guard().begin(place);
        return place;
    }

    private void refuseCrossing(Optional<String> place) {
        ChainGuard guard = system.transactor().guard();
        if (!guard.chain().equals(place)) {
            throw new ImpossibleTransactionException(
                    "the step enters chain " + guard.chain().orElse("")
                            + " by an account of which nobody can tell on which chain it is;"
                            + " begin with a contract of that chain");
        }
        if (guard.crossing().isPresent()) {
            throw new ImpossibleTransactionException(guard.crossing().get() + " is called on chain "
                    + guard.chain().orElse("") + ", where it is not");
        }
    }

    /** @param open what the next call of an attacker's contract may go on with */
    private record Sent(Receipt receipt, Optional<OpenTransaction> open) {}

    /**
     * The step that led to the present state.
     *
     * @throws IllegalStateException if there is none, or the system was rolled back since
     */
    Executed last() {
        return last.filter(executed -> executed.after() == system.history().current())
                .orElseThrow(() -> new IllegalStateException("the step that led to this state is not at hand"));
    }

    /**
     * Makes a step in the world as it stands, and leaves its effects there. For a visit to another state.
     *
     * @param there the callbacks that stand in the storage of an attacker's contract
     * @param open what a step that goes on with a transaction goes on with
     * @param clock a state at whose time the step is made
     * @return empty if no block could contain it there
     */
    Optional<TwoRuns.Run> again(
            Step step, Optional<Callbacks> there, Optional<OpenTransaction> open, SettledState clock) {
        Party sender = party(step.sender());
        Address target = party(step.target()).address();
        byte[] data = system.callData(step);
        prepared(step, sender, there, chain.snapshot());
        chain.setClock(clock.timestamp(), clock.number());
        SortedMap<WorldImage.Cell, Word> before = WorldImage.of(chain.world());
        chain.setTracer(new StepNotes(system.preimages(), system.slots(), false, false));
        try {
            Receipt receipt;
            if (step.entry().isByContract()) {
                Optional<OpenTransaction> rest = step.sameTransaction() ? open : Optional.empty();
                EntryGas gas = rest.map(OpenTransaction::gas).orElse(EntryGas.START);
                receipt = chain.enter(
                        ContractEntries.call(sender.address(), target, step, data, gas),
                        AttackerContract.OWNER,
                        rest.map(OpenTransaction::rest));
            } else {
                LocalChain.Call call = direct(step, sender.address(), target, data, DeployedSystem.GAS);
                receipt = sender.isNamed() ? chain.sendAsAnyone(call) : chain.send(call);
            }
            return Optional.of(new TwoRuns.Run(receipt, before, WorldImage.of(chain.world())));
        } catch (InvalidTransactionException e) {
            return Optional.empty();
        } finally {
            chain.setTracer(Tracer.NONE);
        }
    }

    /**
     * Puts an attacker's contract there, and a stranger's ether.
     *
     * @param there the callbacks that stand there already
     * @return the state before the step
     */
    private int prepared(Step step, Party sender, Optional<Callbacks> there, int start) {
        switch (step.entry()) {
            case DIRECT, FORCED -> {
                boolean pays = step.value().signum() != 0 && !sender.isNamed();
                if (pays) {
                    system.transactor().gifts().give(sender.address(), step.value());
                } else if (step.callbacks().isEmpty() && there.isEmpty()) {
                    return start;
                }
            }
            case BY_CONTRACT -> contracts.prepare(sender.address(), step.value());
            case SAME_TRANSACTION -> {
                return start;
            }
        }
        contracts.install(there, step.callbacks());
        return chain.world().snapshot();
    }

    private Sent send(Step step, Party sender, Party target, byte[] data, Optional<OpenTransaction> open) {
        chain.advance(step.seconds(), step.blocks());
        if (step.entry().isByContract()) {
            ContractEntries.Made made = contracts.make(sender.address(), target.address(), step, data, open);
            return new Sent(made.receipt(), Optional.of(made.open()));
        }
        TransactionSender.requireAmount(step.value());
        LocalChain.Call call = direct(step, sender.address(), target.address(), data, DeployedSystem.GAS);
        return new Sent(system.transactor().send(call, sender.isNamed(), step.value()), Optional.empty());
    }

    /** What the sender's own transaction is. */
    private static LocalChain.Call direct(Step step, Address sender, Address target, byte[] data, long gas) {
        return step.isForced()
                ? new LocalChain.Call(sender, Optional.empty(), Word.of(step.value()), ForcedEther.code(target), gas)
                : new LocalChain.Call(sender, Optional.of(target), Word.of(step.value()), data, gas);
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
            prepared(step, party, system.history().current().callbacks(), mark);
            chain.advance(step.seconds(), step.blocks());
            Address target = party(step.target()).address();
            LocalChain.Call call = direct(step, sender, target, system.callData(step), gas);
            if (step.entry().isByContract()) {
                return chain.enter(call, AttackerContract.OWNER, rest);
            }
            return system.places().on(target, system.history().current().elsewhere(), () -> chain.simulate(call));
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
                callbacks
                        .each()
                        .forEach(one -> seen.address(party(one.account()).number()));
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
