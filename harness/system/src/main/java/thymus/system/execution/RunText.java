package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiText;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.layout.StorageNamer;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.spec.contract.StorageVariable;
import thymus.spec.text.NumberText;

/** What two runs are compared at, in words. */
final class RunText {
    private static final String NOTHING = "nothing";

    private final DeployedSystem system;
    private final AbiText text;
    private final EventText events;

    RunText(DeployedSystem system) {
        this.system = system;
        this.text = system.accounts().text();
        this.events = new EventText(system, EventText.Remark.NONE, RunText::hex);
    }

    /** The outcome; and of two that succeed what they return and emit. */
    List<ComparedRuns.Row> outcomes(Step step, Receipt here, Receipt there, Excepted excepted) {
        List<ComparedRuns.Row> rows = new ArrayList<>();
        if (!here.ok() && !there.ok()) {
            // Why it fails may differ.
            rows.add(new ComparedRuns.Row("the outcome", "a failure", "a failure"));
            return rows;
        }
        rows.add(new ComparedRuns.Row("the outcome", outcome(here), outcome(there)));
        if (here.ok() && there.ok()) {
            rows.add(returned(step, here.output(), there.output()));
            List<Log> ours = excepted.compared(here.logs());
            List<Log> theirs = excepted.compared(there.logs());
            for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
                rows.add(event("event " + (i + 1), at(ours, i), at(theirs, i)));
            }
        }
        return rows;
    }

    /** In bytes, where they differ in what the interface does not speak of. */
    private ComparedRuns.Row returned(Step step, byte[] here, byte[] there) {
        ComparedRuns.Row named = new ComparedRuns.Row("what is returned", output(step, here), output(step, there));
        return named.isDifferent() || Arrays.equals(here, there)
                ? named
                : new ComparedRuns.Row(named.what(), hex(here), hex(there));
    }

    private ComparedRuns.Row event(String what, Optional<Log> here, Optional<Log> there) {
        ComparedRuns.Row named = new ComparedRuns.Row(what, event(here), event(there));
        return named.isDifferent() || raw(here).equals(raw(there))
                ? named
                : new ComparedRuns.Row(what, raw(here), raw(there));
    }

    private static String raw(Optional<Log> log) {
        return log.map(l -> l.address() + " " + l.topics() + " " + hex(l.data()))
                .orElse("");
    }

    private static Optional<Log> at(List<Log> logs, int index) {
        return index < logs.size() ? Optional.of(logs.get(index)) : Optional.empty();
    }

    private String outcome(Receipt receipt) {
        return receipt.ok() ? "success" : "a failure (" + system.reasons().of(receipt) + ")";
    }

    private String output(Step step, byte[] output) {
        if (output.length == 0) {
            return NOTHING;
        }
        String hex = hex(output);
        if (!(step.call() instanceof StepCall.FunctionCall call)) {
            return hex;
        }
        try {
            String named = text.named(
                    call.function().outputs(),
                    AbiCodec.decode(AbiCodec.types(call.function().outputs()), output));
            return named.isEmpty() ? hex : named;
        } catch (AbiException e) {
            return hex;
        }
    }

    private static String hex(byte[] data) {
        return "0x" + HexFormat.of().formatHex(data);
    }

    private String event(Optional<Log> log) {
        return log.map(events::of).orElse("none");
    }

    private String account(Address address) {
        return system.accounts().text(Convert.number(address));
    }

    /** The first of the named values in which the two words of a place differ. */
    Optional<ComparedRuns.Row> difference(WorldImage.Cell cell, Word one, Word other) {
        return rows(cell, one, other).stream()
                .filter(ComparedRuns.Row::isDifferent)
                .findFirst();
    }

    /** The named values that share a place; those only that differ, if any do. */
    List<ComparedRuns.Row> rows(WorldImage.Cell cell, Word one, Word other) {
        return switch (cell.kind()) {
            case CODE ->
                List.of(new ComparedRuns.Row("the code of " + account(cell.account()), code(one), code(other)));
            case BALANCE ->
                List.of(new ComparedRuns.Row(
                        "balance(" + account(cell.account()) + ")",
                        NumberText.value(one.toBigInteger()),
                        NumberText.value(other.toBigInteger())));
            case STORAGE -> storage(cell, one.toBigInteger(), other.toBigInteger());
        };
    }

    private static String code(Word hash) {
        return hash.isZero() ? "none" : "0x" + hash.toBigInteger().toString(16);
    }

    private List<ComparedRuns.Row> storage(WorldImage.Cell cell, BigInteger one, BigInteger other) {
        List<StorageVariable> layout = system.artifactAt(cell.account())
                .flatMap(artifact -> artifact.model().storage())
                .orElse(List.of());
        StorageNamer namer = new StorageNamer(
                layout,
                system.preimages(),
                slot -> system.chain()
                        .world()
                        .storage(cell.account(), Word.of(slot))
                        .toBigInteger(),
                text);
        List<ComparedRuns.Row> rows = namer.at(cell.slot().toBigInteger()).stream()
                .map(named -> new ComparedRuns.Row(
                        account(cell.account()) + "." + named.name(),
                        text.of(named.type(), AbiValue.of(named.location().extract(one))),
                        text.of(named.type(), AbiValue.of(named.location().extract(other)))))
                .toList();
        List<ComparedRuns.Row> different =
                rows.stream().filter(ComparedRuns.Row::isDifferent).toList();
        if (different.isEmpty() && !one.equals(other)) {
            // The bits between variables have no name.
            return List.of(new ComparedRuns.Row(
                    account(cell.account()) + ".slot 0x"
                            + cell.slot().toBigInteger().toString(16),
                    "0x" + one.toString(16),
                    "0x" + other.toString(16)));
        }
        return different.isEmpty() ? rows : different;
    }
}
