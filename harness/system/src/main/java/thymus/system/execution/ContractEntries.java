package thymus.system.execution;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.HarnessException;
import thymus.evm.chain.LocalChain;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Receipt;
import thymus.evm.precompile.Precompiles;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** Makes the calls of attackers' contracts, one at a time. */
final class ContractEntries {
    private final DeployedSystem system;
    private final World world;
    /** What stands in storage is mostly what was put there last. */
    private Optional<Script> latest = Optional.empty();

    /** The code of callees that setup has deployed. */
    private final Map<Address, Bytecode> originals = new HashMap<>();

    private final List<String> callees;

    private record Script(Callbacks callbacks, Map<Address, Map<Word, Word>> slots) {}

    ContractEntries(DeployedSystem system) {
        this.system = system;
        this.world = system.chain().world();
        this.callees = CalleeAnswers.played(system.specification());
    }

    /** What came of a call, and what the transaction may go on with. */
    record Made(Receipt receipt, OpenTransaction open) {}

    /** Whether a transaction of this contract that would begin now would first have to be given it. */
    boolean isMissing(Address contract) {
        return world.code(contract).size() == 0;
    }

    /**
     * Puts the contract there, before a transaction of it begins, with the ether that it may need in all its calls.
     *
     * @throws HarnessException if something else is there
     */
    void prepare(Address contract, BigInteger value) {
        TransactionSender.requireAmount(value);
        place(contract);
        system.transactor().gifts().give(contract, value.max(DeployedSystem.ALLOWANCE));
    }

    /**
     * Puts callbacks in the place of those of an earlier transaction. The contracts that have them are there then, with
     * ether.
     *
     * @param now those that are there
     * @throws HarnessException if something else is there
     */
    void install(Optional<Callbacks> now, Optional<Callbacks> wanted) {
        if (now.equals(wanted)) {
            return;
        }
        now.ifPresent(old -> {
            if (isCallee(old)) {
                answer(old, false);
                return;
            }
            slots(old)
                    .forEach((account, slots) ->
                            slots.keySet().forEach(slot -> world.setStorage(account, slot, Word.ZERO)));
        });
        wanted.ifPresent(callbacks -> {
            if (isCallee(callbacks)) {
                answer(callbacks, true);
                return;
            }
            slots(callbacks).forEach((account, slots) -> {
                prepare(account, BigInteger.ZERO);
                slots.forEach((slot, value) -> world.setStorage(account, slot, value));
            });
        });
    }

    private boolean isCallee(Callbacks callbacks) {
        return callees.contains(callbacks.account());
    }

    /** Puts the answering code in the place of the callee's own, or takes it away. */
    private void answer(Callbacks callbacks, boolean answers) {
        if (!CalleeAnswers.fit(system.specification(), callbacks)) {
            throw new HarnessException("these are no answers of " + callbacks.account());
        }
        Address account = system.addressOf(callbacks.account());
        Bytecode own = originals.computeIfAbsent(account, world::code);
        world.setCode(
                account,
                answers
                        ? CalleeAnswers.code(CalleeAnswers.functions(system.specification(), callbacks.account()))
                        : own);
        CalleeAnswers.slots(callbacks)
                .forEach((slot, value) -> world.setStorage(account, slot, answers ? value : Word.ZERO));
    }

    /** What stands in the storage of each account. */
    private Map<Address, Map<Word, Word>> slots(Callbacks callbacks) {
        if (latest.isEmpty() || latest.get().callbacks() != callbacks) {
            Map<Address, Map<Word, Word>> slots = new LinkedHashMap<>();
            for (Callbacks one : callbacks.each()) {
                slots.put(
                        system.accounts().resolve(one.account()),
                        CallbackScript.slots(one, system.accounts()::resolve));
            }
            latest = Optional.of(new Script(callbacks, slots));
        }
        return latest.get().slots();
    }

    private void place(Address contract) {
        String name = system.accounts().text(Convert.number(contract));
        if (system.accounts().nameOf(contract).isPresent()) {
            throw new HarnessException(name + " is no attacker's contract: name an account that the specification does "
                    + "not name, or let " + name + " send a transaction of its own");
        }
        if (isMissing(contract)) {
            if (world.nonce(contract) != 0
                    || Precompiles.of(EvmFork.OSAKA).addresses().contains(contract)) {
                throw new HarnessException(name + " is no place for an attacker's contract, since "
                        + (world.nonce(contract) != 0
                                ? "it has sent transactions itself"
                                : "a precompiled contract is there")
                        + "; name another address");
            }
            world.setCode(contract, AttackerContract.CODE);
            world.setNonce(contract, 1);
        } else if (!world.code(contract).equals(AttackerContract.CODE)) {
            throw new HarnessException(
                    "at " + name + " is a contract that is not the attacker's; name another address");
        }
    }

    /**
     * The transaction that a step of the sender goes on with.
     *
     * @throws HarnessException if there is none
     */
    OpenTransaction openOf(String sender, Address contract) {
        return system.history()
                .current()
                .open()
                .filter(open -> open.contract().equals(contract))
                .orElseThrow(() -> new HarnessException("the step goes on with a transaction of " + sender
                        + ", but the step before it is no call that this contract made; let it begin a transaction"));
    }

    Made make(Address contract, Address target, Step step, byte[] data, Optional<OpenTransaction> before) {
        TransactionSender.requireAmount(step.value());
        EntryGas gas = before.map(OpenTransaction::gas).orElse(EntryGas.START);
        Receipt receipt =
                system.transactor().enter(call(contract, target, step, data, gas), before.map(OpenTransaction::rest));
        OpenTransaction open = new OpenTransaction(
                contract,
                world.transaction().rest(),
                gas.after(data, receipt.gasUsed()),
                system.transactor().guard().chain());
        return new Made(receipt, open);
    }

    static LocalChain.Call call(Address contract, Address target, Step step, byte[] data, EntryGas gas) {
        return new LocalChain.Call(contract, Optional.of(target), Word.of(step.value()), data, gas.had(step, data));
    }
}
