package thymus.system.replay;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thymus.contracts.abi.AbiText;
import thymus.contracts.layout.StorageNamer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.NumberText;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.StepResult;

/** The changes of a step, by the names of variables. */
final class Changes {
    private final DeployedSystem system;
    private final World world;
    private final AbiText text;
    private final Wording wording;
    private final List<ReplayedStep.Change> changes = new ArrayList<>();

    private Changes(DeployedSystem system, Wording wording) {
        this.system = system;
        this.wording = wording;
        this.world = system.chain().world();
        this.text = system.accounts().text();
    }

    static List<ReplayedStep.Change> of(
            DeployedSystem system, StepResult settled, StepRecorder recorder, Wording wording) {
        Changes changes = new Changes(system, wording);
        recorder.written().forEach(changes::storage);
        recorder.payers().forEach(payer -> changes.balance(payer, settled.before()));
        return changes.changes;
    }

    private void storage(Address account, Map<Word, Word> before) {
        String contract = system.accounts().text(account.word().toBigInteger());
        List<StorageVariable> layout = system.artifactAt(account)
                .flatMap(artifact -> artifact.model().storage())
                .orElse(List.of());
        StorageNamer namer = new StorageNamer(
                layout,
                system.preimages(),
                slot -> world.storage(account, Word.of(slot)).toBigInteger(),
                text);
        before.forEach((slot, value) -> {
            BigInteger old = value.toBigInteger();
            BigInteger now = world.storage(account, slot).toBigInteger();
            if (!old.equals(now)) {
                namer.at(slot.toBigInteger()).forEach(named -> variable(account, contract, named, old, now));
            }
        });
    }

    private void variable(
            Address account, String contract, StorageNamer.Named named, BigInteger before, BigInteger after) {
        BigInteger old = named.location().extract(before);
        BigInteger now = named.location().extract(after);
        if (!old.equals(now)) {
            changes.add(new ReplayedStep.Change(
                    contract + "." + named.name(),
                    wording.variable(account, named.name(), named.type(), old),
                    wording.variable(account, named.name(), named.type(), now)));
        }
    }

    private void balance(Address account, int before) {
        Word old = world.visit(before, () -> world.balance(account));
        Word now = world.balance(account);
        if (!old.equals(now)) {
            changes.add(new ReplayedStep.Change(
                    "balance(" + system.accounts().text(account.word().toBigInteger()) + ")",
                    NumberText.value(old.toBigInteger()),
                    NumberText.value(now.toBigInteger())));
        }
    }
}
